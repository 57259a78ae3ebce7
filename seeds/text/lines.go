package text

import "strings"

// LineEnds turns every kind of line end to \n.
var LineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\f", "\n", "\v", "\n")
