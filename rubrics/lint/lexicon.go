package lint

import "strings"

// lexicon is a list of words and phrases that is searched by first word.
type lexicon map[string][][]string

func newLexicon(entries string) lexicon {
	l := lexicon{}
	for _, entry := range strings.Split(entries, ",") {
		if words := wordsOf(entry); len(words) > 0 {
			l[words[0]] = append(l[words[0]], words)
		}
	}
	return l
}

// find lists the entries that stand in words, each once, in their order. Of two
// that start at one place it takes the longer.
func (l lexicon) find(words []string) []string {
	var all []string
	seen := map[string]bool{}
	for i := 0; i < len(words); i++ {
		n := l.length(words[i:])
		if n == 0 {
			continue
		}
		if entry := strings.Join(words[i:i+n], " "); !seen[entry] {
			seen[entry] = true
			all = append(all, entry)
		}
		i += n - 1
	}
	return all
}

// share is how many of the words belong to entries.
func (l lexicon) share(words []string) (n int) {
	for i := 0; i < len(words); i++ {
		if k := l.length(words[i:]); k > 0 {
			n += k
			i += k - 1
		}
	}
	return n
}

// length is how many words the longest entry has with which words begin, or 0.
func (l lexicon) length(words []string) int {
	if len(words) == 0 {
		return 0
	}
	longest := 0
	for _, entry := range l[words[0]] {
		if len(entry) > longest && len(entry) <= len(words) && same(entry, words[:len(entry)]) {
			longest = len(entry)
		}
	}
	return longest
}

func same(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// lexicons are the word lists of the rules.
type lexicons struct {
	inspection, asGrade, shaming, praise       lexicon
	often, amount                              lexicon
	pupils, allPupils, we, joins               lexicon
	frequency, codes                           lexicon
	numbers, units, participles, subordinators lexicon
	adjectives, auxiliaries, emptyStart, known lexicon
	fields                                     map[string]lexicon
}

func newLexicons() lexicons {
	w := lexicons{
		inspection: newLexicon(`outstanding, requires improvement, requiring improvement, inadequate, inadequacy, special measures,
			serious weakness, serious weaknesses, exceptional, exceptionally, strong standard, expected standard, needs attention,
			urgent improvement, secure fit, world class, excellence, perfect, perfectly, ofsted, mocksted, inspection ready,
			inspection readiness, deep dive, deep dives, evaluation grade, lesson grade, lesson grades`),
		asGrade: newLexicon(`good or better, good or outstanding, at least good, securely good, solidly good, judged good, graded good,
			rated good, is good, are good, good progress, good teaching, good lessons, good school, good provision, good practice is`),
		shaming: newLexicon(`fail, fails, failed, failing, failure, failures, poor, poorer, poorest, poorly, weak, weaker, weakest, weakly,
			weakness, weaknesses, lack, lacks, lacked, lacking, only just, unsatisfactory, unacceptable, incompetent, incompetence,
			ineffective, ineffectively, lazy, careless, dysfunctional, hopeless, useless, worst, not good enough, low ability, less able,
			bottom set, bottom sets, bottom group, bottom groups, bottom of the class, no idea, do not care, does not care, don't care,
			doesn't care, do not bother, does not bother, cannot be bothered, underperforming, coasting, backward`),
		praise: newLexicon(`excellent, excellently, excellence, outstanding, exceptional, superb, superbly, exemplary, brilliant, brilliantly,
			fantastic, wonderful, wonderfully, amazing, first rate, top quality, highly effective, very effective, extremely effective,
			effective, highly, truly, extremely, impressive, impressively, inspirational, inspiring, inspired, magnificent, remarkable,
			remarkably, high quality, highest quality, best practice, cutting edge, passionate, passionately, dedicated, superior, strong,
			strongly, very strong, great, vibrant, dynamic, innovative, perfect, world class, beautiful, very good, good, thriving, stunning,
			in every respect, in all respects, at every level, always of the highest standard, highest standard, highest standards,
			highest order, second to none, beacon`),
		often: newLexicon(`never, hardly ever, rarely, seldom, infrequently, occasionally, sometimes, at times, often, frequently, regularly,
			usually, normally, generally, typically, mostly, mainly, consistently, increasingly, routinely, invariably, always, constantly`),
		amount: newLexicon(`no, little, limited, minimal, few, a few, some, several, many, much, most, nearly all, almost all, all, every,
			partly, partially, largely, fully, completely, basic, adequate, adequately, satisfactory, fair, fairly, reasonable, reasonably,
			good, well, strong, very good, great, excellent, outstanding, exemplary, quite, very, highly, effective, effectively,
			highly effective, highly effectively, more, better`),
		pupils: newLexicon(`pupil, pupils, pupil's, pupils', child, children, child's, children's, student, students, student's, learner,
			learners, learner's, young people, girls, boys`),
		allPupils: newLexicon(`all pupils, all the pupils, all of the pupils, all our pupils, all of our pupils, every pupil, every single pupil,
			all children, all the children, every child, every single child, all students, all the students, every student, all learners,
			every learner, all pupils', every pupil's, every child's, every student's, all young people`),
		we:    newLexicon(`we, we're, we've, we'll, our, ours, us`),
		joins: newLexicon(`and, or, as well as, along with, together with, in addition to, while, whilst, but, plus, whereas`),
		frequency: newLexicon(`weekly, fortnightly, daily, monthly, termly, half termly, annually, yearly, once a day, once a week,
			once a fortnight, once a month, once a term, once a half term, once a year, twice a day, twice a week, twice a term, twice a year,
			twice a half term, three times a week, three times a term, three times a year, four times a year, six times a year, every week,
			every fortnight, every month, every term, every half term, every year, each week, each fortnight, each month, each half term,
			every other week, per week, per term, per year, per cent, percent, percentage, percentages`),
		codes: newLexicon(`www, ebi, marking code, marking codes, marking policy codes, two stars, green pen, green pens, purple pen,
			purple pens, pink pen, red pen, red pens, highlighter pens, verbal feedback stamp, verbal feedback stamps, triple marking,
			triple marked, deep marking, deep marked, tickled pink, growing green`),
		numbers: newLexicon(`two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, fifteen, twenty, thirty`),
		units: newLexicon(`day, days, week, weeks, fortnight, fortnights, month, months, term, terms, half term, half terms, minutes, hours,
			times, lessons, books, pieces, observations, visits, assessments, tests, data drops, meetings, comments, targets, school days`),
		known: newLexicon(strings.Join(glossary(), ",")),
	}
	w.grammar()
	w.topics()
	return w
}

// grammar fills in what the rules on openings look for.
func (w *lexicons) grammar() {
	w.auxiliaries = newLexicon(`is, are, was, were, has been, have been, is being, are being, will be, can be, must be, should be, gets, get`)
	w.subordinators = newLexicon(`who, whom, whose, that, which, what, when, where, if, because, as, since, once, while, how, why, whether, until,
		before, after, so, than, and, but, though, although, whoever, whatever, wherever`)
	w.adjectives = newLexicon(`interested, pleased, tired, excited, worried, used, supposed, relaxed, engaged, motivated, bored, settled, involved,
		prepared, determined, able, need, needed, indeed, red, keen, hundred, united, supposed, allowed, confused`)
	w.participles = newLexicon(`taught, given, made, kept, held, known, set, written, chosen, left, found, shown, led, built, told, done, taken, seen,
		met, drawn, sent, put, read, brought, thought, understood, spent, run, begun, grown, bought, heard, laid, paid, lent, dealt, driven, spoken,
		broken, hidden, split, cut, won, fed, caught, overseen, undertaken`)
	w.emptyStart = newLexicon(`there is, there are, there was, there were, there has been, there have been, there exists, it is clear that,
		it is evident that, the school strives, the school aims, the school seeks, the school ensures, the school has, the school is committed,
		the school is, the school works hard, the school endeavours, the school believes, leaders strive, leaders ensure, leaders aim,
		staff strive, teachers strive, the trust strives, the trust ensures, the trust has, the trust is committed, provision is, practice is,
		systems are in place, a system is in place, structures are in place`)
}

// topics fills in the fields of work that a title should not join.
func (w *lexicons) topics() {
	w.fields = map[string]lexicon{
		"attendance": newLexicon(`attendance, absence, absences, punctuality, lateness`),
		"behaviour":  newLexicon(`behaviour, conduct, exclusion, exclusions, suspension, suspensions, bullying, uniform, discipline, detentions`),
		"teaching": newLexicon(`curriculum, teaching, pedagogy, lesson, lessons, reading, phonics, writing, maths, mathematics, homework,
			assessment, marking, feedback, examinations, exams, questioning`),
		"staffing":   newLexicon(`recruitment, retention, pay, appraisal, staffing, induction`),
		"operations": newLexicon(`finance, finances, budget, budgets, funding, premises, estates, buildings, site, catering, technology, computers, website, procurement, transport`),
		"governance": newLexicon(`governance, governors, trustees`),
		"families":   newLexicon(`parents, carers, families, homes`),
		"safety":     newLexicon(`safeguarding`),
		"enrichment": newLexicon(`clubs, trips, enrichment, residentials`),
	}
}
