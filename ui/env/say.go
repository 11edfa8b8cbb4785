package env

// Say is one of the program's own sentences in the words used here. It is for
// fixed texts that speak of a trust, a group of the rubric or pupils, never for
// what people have typed or what is renamed already.
func (e *Env) Say(text string) string { return e.Vocabulary.Words(text) }
