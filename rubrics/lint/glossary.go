package lint

// glossary is the acronyms that people who run schools in England know, so that
// a rubric may use them unexplained. Grades and inspection jargon are left out on
// purpose. A plural s is allowed on each.
func glossary() []string {
	return []string{
		"AP",    // alternative provision
		"CAMHS", // child and adolescent mental health services
		"CEO",   // chief executive of a trust
		"CPD",   // continuing professional development
		"DT",    // design and technology
		"DfE",   // Department for Education
		"DSL",   // designated safeguarding lead
		"EAL",   // English as an additional language
		"ECT",   // early career teacher
		"EHCP",  // education, health and care plan
		"EHC",   // as in EHC plan
		"ELSA",  // emotional literacy support assistant
		"EYFS",  // early years foundation stage
		"FSM",   // free school meals
		"GCSE",  // the examinations at sixteen
		"HLTA",  // higher level teaching assistant
		"HR",    // human resources
		"ICT",   // information and communication technology
		"INSET", // a training day
		"IT",    // information technology
		"KS",    // key stage, as in KS3
		"LA",    // local authority
		"LGB",   // local governing body
		"LSA",   // learning support assistant
		"MAT",   // multi-academy trust
		"MFL",   // modern foreign languages
		"NPQ",   // national professional qualification
		"PE",    // physical education
		"PRU",   // pupil referral unit
		"PSHE",  // personal, social, health and economic education
		"RE",    // religious education
		"RSHE",  // relationships, sex and health education
		"SATS",  // the tests at the end of primary school
		"SBM",   // school business manager
		"SEMH",  // social, emotional and mental health
		"SEN",   // special educational needs
		"SENCO", // special educational needs coordinator
		"SEND",  // special educational needs and disabilities
		"SLT",   // senior leadership team
		"SMSC",  // spiritual, moral, social and cultural
		"TA",    // teaching assistant
		"TV", "UK", "PC", "OK",
	}
}
