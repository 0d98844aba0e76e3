// Package phrases knows how to say hello.
package phrases

import "sort"

var phrases = map[string]string{
	"de": "Guten Tag, %s!",
	"en": "Hello, %s!",
	"fr": "Bonjour, %s !",
	"pl": "Dzień dobry, %s!",
	"zh": "你好，%s！",
}

// In returns the format of a greeting.
func In(language string) (string, bool) {
	phrase, ok := phrases[language]
	return phrase, ok
}

// Languages lists the languages with a phrase, sorted.
func Languages() []string {
	languages := make([]string, 0, len(phrases))
	for language := range phrases {
		languages = append(languages, language)
	}
	sort.Strings(languages)
	return languages
}
