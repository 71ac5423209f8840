package export

import (
	"encoding/json"
	"io"
	"reflect"
)

// JSON writes v as one line of JSON. A list that holds nothing is written as
// [] and never as null, so that a program can walk every list without asking;
// fields marked omitempty are left out as usual. Text stands as it is: '<' and
// '&' are not escaped.
func JSON(w io.Writer, v any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(filled(reflect.ValueOf(v)).Interface())
}

// IndentedJSON writes v as JSON does, over several lines.
func IndentedJSON(w io.Writer, v any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(filled(reflect.ValueOf(v)).Interface())
}

// JSONLines writes each of values on a line of its own.
func JSONLines[T any](w io.Writer, values []T) error {
	for _, v := range values {
		if err := JSON(w, v); err != nil {
			return err
		}
	}
	return nil
}

// filled is a copy of v in which no list is nil.
func filled(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Slice:
		list := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			list.Index(i).Set(filled(v.Index(i)))
		}
		return list
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		pointer := reflect.New(v.Type().Elem())
		pointer.Elem().Set(filled(v.Elem()))
		return pointer
	case reflect.Struct:
		return filledStruct(v)
	}
	return v
}

// filledStruct leaves alone a struct with fields that other packages cannot
// set, such as time.Time: it has its own way into JSON.
func filledStruct(v reflect.Value) reflect.Value {
	whole := reflect.New(v.Type()).Elem()
	whole.Set(v)
	for i := range v.NumField() {
		if !v.Type().Field(i).IsExported() {
			return v
		}
		whole.Field(i).Set(filled(v.Field(i)))
	}
	return whole
}
