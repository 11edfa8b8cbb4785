package report

import (
	"reflect"

	"waymark/model"
)

// tidy passes over every text of a finished document, so that no field, however
// it got its words, can hold anything that moves a cursor or is not text.
func tidy(d Document) Document {
	tidyValue(reflect.ValueOf(&d).Elem())
	return d
}

func tidyValue(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(model.CleanBlock(v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			tidyValue(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			tidyValue(v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			tidyValue(v.Elem())
		}
	default: // numbers and truths say what they say
	}
}
