package page

import (
	"tianbao/consolidate/judge"
	"tianbao/seeds/finding"
	"tianbao/workbook/intake"
)

// Tone is how something stands; the word is beside the colour everywhere.
type Tone string

// The tones.
const (
	Good Tone = "good"
	Fair Tone = "fair"
	Bad  Tone = "bad"
	Mute Tone = "mute"
)

// toneOf is the tone of a status, an outcome, a severity or a verdict.
func toneOf(standing any) Tone {
	switch standing {
	case intake.StatusAccepted, intake.StatusSeparate, intake.Accepted:
		return Good
	case intake.Superseded, finding.Note, judge.Unknown:
		return Mute
	case finding.Warning, judge.NearPace, judge.NearlyDone:
		return Fair
	}
	if v, is := standing.(judge.Verdict); is && !v.Bad() {
		return Good
	}
	return Bad
}
