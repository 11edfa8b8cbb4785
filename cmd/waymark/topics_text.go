package main

const accessibilityText = `
Waymark for everybody

Every command works without the app, in plain lines that a screen reader reads
in order. The app never says anything by colour alone: levels have a digit, a
word and a bar. Nothing moves by itself and nothing times out. The mouse is
never needed. In the app, d changes colours, spacing and lines.

  waymark overview --plain     rows with tabs between, no drawing
  waymark help keys            every key
  NO_COLOR=1 waymark           no colour at all
`

const colourText = `
Colour

Waymark uses as much colour as the terminal has and says everything without it
too. The first of these that is set decides:

  --colour always, never or auto
  WAYMARK_COLOUR, with the same words
  NO_COLOR, which turns colour off
  TERM=dumb, which turns colour off
  what is at the other end: commands print no colour into a pipe or a file
`

const filesText = `
Files

One database holds everything. It is kept on this computer, never in a folder
that OneDrive, Dropbox, iCloud or Google Drive copies while you work.

  waymark.db                in this computer's data folder, or --db FILE
  example.db                beside it: the example school, apart from your data
  state folder: keys        what signs your changes; never copy it
                drafts.db   notes being typed, and changes not saved yet
                backups     copies made by waymark backup create and before updates
                settings.json  who judges here, the last school, display choices
                local       what you add to rubrics, overlay-ID.yaml for each, and
                            vocabulary.yaml, the words you use for ours

Rubrics that come with Waymark are in the program. Those you install are in the
database, so that a copy of it holds all that an old self-evaluation was judged
against; the file you wrote stays yours and can lie anywhere. What is in local
changes no level and goes into no copy: keep the files you gave to waymark
rubric overlay and waymark rubric vocabulary.

waymark doctor prints where each of them is. A file that cannot be opened is
never changed.
`

const formatsText = `
Formats

--json prints one object: {"schema":"waymark.NAME/1","data":…,"warnings":[]}.
Fields are only ever added. Times are in UTC, levels are numbers with their
word beside them, ids stay the same for ever. An error with --json leaves
stdout empty and prints on stderr
{"error":{"code":"area_not_found","message":"…","hint":"…","matches":[]}}.

  waymark priorities suggest   waymark.priorities/1: levels, expected, rated,
    not_applicable, not_rated, total_need, k, order, gain, led, theme,
    supporting, find_out_first, check_first, not_chosen, reasons,
    takes_it_off, seed, readings
  waymark assess show          waymark.assessment/1
  waymark assess status        waymark.status/1
  what changes something       waymark.changed/1: changed, dry_run, saved; each
    thing changed has a kind, a subject that ends in its id, before, after, says
  waymark visit compare        waymark.agreement/1: n, same, within_one,
    mean_difference, by_group, two_or_more, ac2 {value, low, high},
    kappa_quadratic, alpha_ordinal, each null with a reason when it is undefined
  waymark visit compare --lean waymark.visit-lean/1: n, above, on, below and
    mean of whoever speaks, and of nobody else
  waymark visit show           waymark.visit/1: everything of a visit
  waymark visit list, agenda, tidy, changed
    waymark.visits/1, waymark.agenda/1, waymark.visit-notes/1,
    waymark.visit-changed/1
  waymark visit room summary   waymark.rooms/1: rooms, items, teachers, says;
    room list and show: waymark.visit-rooms/1, waymark.visit-room/1
  waymark visit triad          waymark.triad/1: schools, questions, visits; with
    --coaching people and turns
  waymark meeting start, show  waymark.meeting/1: people, talks; of levels that
    are covered only how many are in
  waymark meeting list, vote   waymark.meetings/1, waymark.vote/1
  waymark meeting reveal, record, again, later
    waymark.meeting-area/1: rounds, asks, middle, outcome
  waymark dump --canonical     waymark.dump/1: the same bytes for the same events

--plain prints rows with tabs between and no heading.

levels.csv, for waymark assess rate --from levels.csv:

  area,level,confidence,note
  1.1,3,medium,"Book look, Y3 and Y5"
  1.2,not-applicable,,
  1.3,no-evidence,,
  1.4,0,,

Columns can be in any order; commas, semicolons or tabs may separate them. A
level is a number, its word, not-applicable, no-evidence, or 0 to take it off.

Other tables, in the same way: slips of a meeting, for waymark meeting vote
2.3 --from slips.csv, and a room, for waymark visit room rate 1 --from sheet.csv

  person,level                 item,answer,note
  HT,3                         1.1,seen,On the board at 09:02
  B. Lee,pass                  1.4,2/3,
`

const environmentText = `
Environment

  WAYMARK_DB       the database, when --db does not name one
  WAYMARK_STATE    the folder of keys, drafts, copies and settings
  WAYMARK_COLOUR   auto, always or never
  NO_COLOR         anything: no colour
  VISUAL, EDITOR   the bigger editor for notes (Ctrl+E in the app)

A flag comes before the environment, and the environment before what this
computer remembers.
`

const rubricsText = `
A rubric of your own

  waymark rubric list                        what comes with Waymark, and yours
  waymark rubric new "Our quality" --from whole-school
                                             a file to change, here a copy
  waymark rubric edit our-quality.yaml       in your editor, checked on save
  waymark rubric watch our-quality.yaml      as people will judge it
  waymark rubric check our-quality.yaml      what misleads, line by line
  waymark rubric install our-quality.yaml    keep it here, to judge against
  waymark assess start --rubric our-quality

A page to fill in and print, at most as many sides of A4 as it may take:

  waymark rubric new History --template quality-sheet   or set-play
  waymark rubric check history.yaml
  waymark rubric export history.yaml --output history.html

A new edition, which never moves an old result:

  waymark rubric diff whole-school our-quality.yaml   reworded, split, moved
  waymark assess migrate --to our-quality --dry-run   what can be carried to it
  waymark assess migrate --to our-quality

Without changing somebody else's rubric:

  waymark rubric overlay our-additions.yaml  your look-fors and resources
  waymark rubric vocabulary our-words.yaml   student for pupil, family for trust
  waymark assess start --scale thought-to-tested      other words for the levels

To and from other programs:

  waymark rubric export whole-school --output whole-school.xlsx
                                             also case, csv, markdown, two-sided
  waymark rubric import theirs.csv --output theirs.yaml
                                             whole or not at all
  waymark rubric schema > rubric.schema.json for editors that complete the file

What an overlay and a vocabulary look like:

  waymark: overlay/1           waymark: vocabulary/1
  rubric: whole-school         title: Our words
  title: Northern Star         terms:
  areas:                         pupil: student
    "1.3":                       pupils: students
      look_fors:
        - The wall of words.

Names of things are renamed wherever Waymark uses them. In a rubric's sentences
a group, an area or a level is left alone, because a year group is none of its
groups; so are a file's own words, such as groups:, and commands and flags.
`

const exitCodesText = `
Exit codes

  0    done, also when there was nothing to do
  1    failed
  2    used wrongly: an unknown command, flag or value
  3    partly done: some rows were left out, and are listed
  4    not found: a school, a year, an area, a file, a rubric
  5    a question was needed and there was nobody to ask; nothing was changed
  6    a check failed: rubric check, backup check, doctor, status --fail-unfinished
  7    the file is in use; nothing was changed
  8    could not save; what was typed is kept where it can be
  130  interrupted

Take any other code as a failure: new ones may be added.
`

const examplesText = `
A whole year in ten lines

  waymark school add "Alder Lane Primary" --phase primary --pupils 212
  waymark assess start --year 2026-27 --as "R. Okafor" --post headteacher
  waymark rubric show 1.1
  waymark assess rate 1.1=3 1.2=2 --confidence medium --note "Book look, Y3 and Y5"
  waymark assess rate --from levels.csv --dry-run
  waymark assess status
  waymark assess finish
  waymark priorities suggest
  waymark priorities accept
  waymark export priorities --output priorities.html

A visit, from planning to leaving:

  waymark visit start --reviewer "R. Okafor" --template one-day --seal
  waymark visit go 09:30
  waymark visit note "+ @2.3 Replies in green pen, 4 of 6 books"
  waymark visit rate 2.3=3
  waymark visit compare
  waymark visit agree --matching
  waymark visit sign --side school --name "T. Nguyen" --post headteacher

In rooms, and a thousand notes at once:

  waymark visit room add --phase primary --subject maths --teacher T7
  waymark visit room rate 1 1.1=seen 1.2=partly 1.4=2/3
  waymark visit room summary
  waymark visit note - --slot 10:15 < notes.txt

A team that judges together:

  waymark meeting start --people "HT: A. Khan; DHT: B. Lee" --areas 2.3,4.1
  waymark meeting vote 2.3 2 --as HT
  waymark meeting vote 2.3 --from slips.csv
  waymark meeting reveal 2.3
  waymark meeting record 2.3 2 --why "Strong in English; not yet in maths"

Three schools that visit each other:

  waymark visit triad "Alder Lane" "Birch Road" "Cedar Hill" --save

More:

  waymark assess rate 2.1=2 --role reviewer --as "A. Visitor"
  waymark assess status --json | jq -r '.data.not_judged[]'
  waymark undo 3 --dry-run
`
