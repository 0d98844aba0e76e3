// Package main is a small Go plugin: a host looks up Greet, Languages and
// Version by name and uses them as ordinary Go values.
package main

import (
	"context"
	"fmt"

	"plugsmith.example/greeter/phrases"
)

// Version is a variable that a host can read.
var Version = "1.0.0"

// Greeting is what Greet answers.
type Greeting struct {
	Text     string `json:"text"`
	Language string `json:"language"`
}

// Greet greets somebody in a language such as "en" or "de".
func Greet(ctx context.Context, name, language string) (Greeting, error) {
	if err := ctx.Err(); err != nil {
		return Greeting{}, err
	}
	phrase, ok := phrases.In(language)
	if !ok {
		return Greeting{}, fmt.Errorf("no phrase for language %q, there is %v", language, phrases.Languages())
	}
	return Greeting{Text: fmt.Sprintf(phrase, name), Language: language}, nil
}

// Languages lists what Greet understands.
func Languages() []string { return phrases.Languages() }
