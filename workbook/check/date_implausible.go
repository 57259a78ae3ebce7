package check

import (
	"time"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// dateImplausible: a report is dated between the last months of its year and the
// end of the next; statistics come out after it, and within some years.
var dateImplausible = Rule{
	Code:   finding.DateImplausible,
	Sheets: []layout.SheetKey{layout.Cover, layout.Indicators},
	Row: func(row *workbook.Row, report Report) {
		first := time.Date(row.Issued.Year, time.Month(13-earlyMonths), 1, 0, 0, 0, 0, time.UTC)
		holdDate(row, layout.FilledOn, first, first.AddDate(overdueYears, earlyMonths, -1), report)
		holdDate(row, layout.Release, first, first.AddDate(releaseYears, earlyMonths, -1), report)
	},
}

func holdDate(row *workbook.Row, k layout.Key, first, last time.Time, report Report) {
	day, ok := dayOf(row.Text(k))
	if ok && (day.Before(first) || day.After(last)) {
		report(row, k, finding.Expected(first.Format(time.DateOnly)+" 至 "+last.Format(time.DateOnly)))
	}
}

func dayOf(text string) (day time.Time, ok bool) {
	for _, form := range []string{time.DateOnly, "2006-01"} {
		if day, err := time.Parse(form, text); err == nil {
			return day, true
		}
	}
	return day, false
}
