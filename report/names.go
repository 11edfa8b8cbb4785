package report

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The most a file's name may take: what every system can hold, with room for a
// folder above it.
const (
	longestName  = 80
	longestBytes = 200
)

// FileName is the name of a file to be made, such as "Alder Lane priorities
// 2026-09-24.html". It is legal on Windows, macOS and Linux whatever the
// school is called, and only ever names a file in the folder it is put in.
func FileName(school, what string, date time.Time, ext string) string {
	ext = strings.ToLower(plain(strings.TrimPrefix(ext, ".")))
	end := " " + date.Format("2006-01-02")
	if ext != "" {
		end += "." + strings.ReplaceAll(ext, " ", "")
	}
	if what = cut(plain(what), longestName/2, longestBytes/2); what != "" {
		end = " " + what + end
	}
	school = cut(plain(school), longestName-utf8.RuneCountInString(end), longestBytes-len(end))
	if school == "" {
		school = "School"
	}
	return school + end
}

// cut shortens s to so many letters and bytes, after a whole word if it has one.
func cut(s string, letters, bytes int) string {
	short := s
	for utf8.RuneCountInString(short) > letters || len(short) > bytes {
		_, last := utf8.DecodeLastRuneInString(short)
		short = short[:len(short)-last]
	}
	if word := strings.LastIndexByte(short, ' '); word > 0 && len(short) < len(s) && s[len(short)] != ' ' {
		short = short[:word]
	}
	return strings.TrimRight(short, " -")
}

// plain keeps letters, digits, spaces and hyphens, joined up letters for letters
// with a loose accent. Dots go too: what stands before the first dot of a name is
// what some systems take for a device.
func plain(s string) string {
	var out []rune
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Mn, r):
			if n := len(out); n > 0 && unicode.IsLetter(out[n-1]) {
				if whole, ok := joined(out[n-1], r); ok {
					out[n-1] = whole
					continue
				}
			}
			if len(out) > 0 && out[len(out)-1] != ' ' {
				out = append(out, r)
			}
		case r == '\'', r == '’', r == '‘', r == '.', unicode.Is(unicode.Cf, r):
		case r == '\u3164', r == '\u115f', r == '\u1160', r == '\uffa0': // letters that cannot be seen
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.Mc, r):
			out = append(out, r)
		case unicode.Is(unicode.Pd, r):
			out = append(out, '-')
		default:
			out = append(out, ' ')
		}
	}
	return strings.Trim(strings.Join(strings.Fields(string(out)), " "), "- ")
}

// joined is the one letter for a letter and a loose accent, where names in
// Britain need it; macOS hands names out in loose form.
func joined(letter, accent rune) (rune, bool) {
	pairs := map[rune]string{
		0x300: "AÀEÈIÌOÒUÙNǸWẀYỲaàeèiìoòuùnǹwẁyỳ",
		0x301: "AÁCĆEÉIÍLĹNŃOÓRŔSŚUÚWẂYÝZŹaácćeéiílĺnńoórŕsśuúwẃyýzź",
		0x302: "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷ",
		0x303: "AÃIĨNÑOÕUŨaãiĩnñoõuũ",
		0x304: "AĀEĒIĪOŌUŪaāeēiīoōuū",
		0x306: "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ",
		0x307: "CĊEĖGĠIİZŻcċeėgġzż",
		0x308: "AÄEËIÏOÖUÜWẄYŸaäeëiïoöuüwẅyÿ",
		0x30a: "AÅUŮaåuů",
		0x30b: "OŐUŰoőuű",
		0x30c: "CČDĎEĚNŇRŘSŠTŤZŽcčdďeěnňrřsštťzž",
		0x327: "CÇSŞTŢcçsştţ",
		0x328: "AĄEĘIĮUŲaąeęiįuų",
	}
	runes := []rune(pairs[accent])
	for i := 0; i+1 < len(runes); i += 2 {
		if runes[i] == letter {
			return runes[i+1], true
		}
	}
	return 0, false
}
