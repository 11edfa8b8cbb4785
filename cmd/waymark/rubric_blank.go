package main

// blankRubric is a rubric to write one's own in: it can be used as it is, and
// its comments say what each entry is for. ID, EDITION and TITLE are filled in.
const blankRubric = `# A rubric of your own. Lines that start with # are for you; Waymark does not read them.
#
#   Write          waymark rubric edit FILE      your editor, and a check each time you save
#   Check          waymark rubric check FILE     what to change, line by line
#   Use            waymark rubric install FILE   then: waymark assess start --rubric ID
#
# Two spaces for each step in, never a tab. Put a text that has a colon or a # in it in "double quotation marks".
waymark: rubric/1

# The id is what you type to choose this rubric. Keep it when you write a new edition, and change the edition.
id: ID
edition: "EDITION"
title: TITLE

# One or two sentences on what is judged, and what for.
summary: A first draft. Say here what is judged and what the answers are used for.

# What is judged: school, teacher, process or trust.
kind: school
language: en-GB

# Who may copy it, and where its words come from. Name whoever you borrow from.
licence: All rights reserved
source: Own words.

# What you call a group of areas: group, strand, pillar ...
group_word: group

# Earlier editions whose levels mean the same, such as ["2025"]: only those are compared from year to year.
comparable: []

# The names of the levels. Others that come with Waymark: attempting-to-exemplary, intervention-to-assured,
# thought-to-tested. For levels of your own, write in place of this line:
#
#   scale:
#     id: our-levels
#     title: Our levels
#     expected: 3
#     levels:
#       - name: Starting
#       - name: Growing
#       - name: Steady
#       - name: Leading
scale: early-to-sharing

groups:
  - id: "1"
    title: Reading
    summary: A group holds areas that belong together. Three to seven groups are enough for most rubrics.
    areas:
      # An area is one thing that is judged on its own. If its title needs "and", it may be two.
      - id: "1.1"
        title: Books that pupils choose
        # What belongs to it, in a sentence; say what does not if people could think so.
        scope: Pupils find, choose and finish books that nobody set for them.
        # Why it is worth anybody's time.
        why: Pupils who read because they want to meet more words, people and places than any lesson has room for.
        # One question that a colleague could answer over a cup of tea.
        question: Which pupils last finished a book that nobody had told them to read?
        # What is seen, heard and read at each level. Describe something different at each, not the same thing more often;
        # 30 to 55 words; from level 3 on, say what pupils do.
        levels:
          1: >-
            Books stand on shelves, and pupils choose from them when a lesson ends early.
            Adults know the keenest readers by name and leave the others to find their own way.
            What a pupil takes home is noted, whether or not anyone opens it.
          2: >-
            Adults read aloud from books they like and put them where pupils can reach them.
            Some classes have a fixed time for private reading, and the same pupils swap titles.
            Those who struggle are given easier books, which they seldom finish.
          3: >-
            Adults in each class know which books their pupils are in the middle of, and what might come next.
            Pupils recommend books to each other by name, give up on a dull one without shame, and choose another.
            Those who find reading hard have books they are proud to carry.
          4: >-
            Pupils help to choose what the school buys and tell adults which shelves stay untouched.
            Staff compare who borrows with who talks about books, and change what they offer.
            Families and other schools come to see how quiet readers were won over.
        # Questions for the meeting in which a level is agreed.
        ask:
          - Who has not finished a book this term, and what did we try?
        # Where to look for ten minutes: see, hear, read, count. Any of them may be left out.
        evidence:
          see: Watch ten minutes of private reading and look at who turns pages.
          hear: Ask three pupils which book they would give to a friend.
        # Areas that usually have to be in place before this one, such as ["1.2"].
        needs: []
        # Areas that are worth reading together with this one.
        see_also: []

      # Copy from here for each further area, and take the # signs away.
      #
      # - id: "1.2"
      #   title: ...
      #   scope: ...
      #   question: ...
      #   levels:
      #     1: ...
      #     2: ...
      #     3: ...
      #     4: ...

# In which one area a topic is judged when several could claim it.
#
# rulings:
#   - topic: library lessons
#     area: "1.1"

# What this rubric leaves out on purpose, so that nobody thinks it was judged.
#
# not_covered: [Safeguarding]
`
