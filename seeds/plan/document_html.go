package plan

import (
	"strings"

	"tianbao/workbook/finding"
)

func looksLikeHTML(name, text string) bool {
	return strings.HasPrefix(strings.ToLower(strings.TrimSpace(text)), "<")
}

func readHTML(data []byte) (*Document, finding.List) { return refuse(finding.DocumentFormat) }

func readZipped(data []byte) (*Document, finding.List) { return refuse(finding.DocumentFormat) }
