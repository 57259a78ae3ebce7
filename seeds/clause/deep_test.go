package clause

import (
	"strings"
	"testing"
)

// TestATextOfNothingButRolesIsReadInItsLength reads words that would be looked through for names behind every role,
// within each other, without end.
func TestATextOfNothingButRolesIsReadInItsLength(t *testing.T) {
	for _, words := range []string{"加快建设平台完善体系推动发展", "配合支持保障组织", "由各市局组织推动"} {
		text := strings.Repeat(words, 3000)
		if body, clause := genre().Cut(text); clause != "" || body != text {
			t.Errorf("%s: clause %q", words, clause[:min(len(clause), 60)])
		}
	}
}
