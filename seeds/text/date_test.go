package text

import "testing"

func TestDaysAreReadInEveryUsualSpelling(t *testing.T) {
	for given, want := range map[string]string{
		"2024/4/22": "2024-04-22", "2024.4.22": "2024-04-22", "２０２４年４月２２日": "2024-04-22", "20240422": "2024-04-22", "2024-4-22 00:00:00": "2024-04-22",
		"4月10日": "2025-04-10", "4月2日": "2025-04-02", "4-10": "2025-04-10", "4/10": "2025-04-10", "4月底": "2025-04-30", "4 月 10 号": "2025-04-10",
		"4.2": "2025-04-02", "四月二日": "2025-04-02", "四月二十二日": "2025-04-22", "二〇二四年四月二日": "2024-04-02", "三月底": "2025-03-31", "2024年4月底": "2024-04-30",
		"4月2日 15:30": "2025-04-02", "4月2日下午": "2025-04-02", "4月2日15时30分": "2025-04-02", "2025/4/2 9:05": "2025-04-02", "2025年4月2日 下午3点": "2025-04-02",
		"4月30日前": "2025-04-30", "4月10日止": "2025-04-10", "25.4.2": "2025-04-02", "十二月三十一日": "2025-12-31",
	} {
		if d, ok := ReadDayIn(given, 2025); !ok || d.String() != want {
			t.Errorf("%q: %s %v, want %s", given, d, ok, want)
		}
	}
	for _, given := range []string{"", "三月", "四月三十一日", "2024-2-30", "2月30日", "13月1日", "2024年4月", "24.4.22", "10"} {
		if d, ok := ReadDayIn(given, 2025); ok {
			t.Errorf("%q is taken as %s", given, d)
		}
	}
}

func TestSerialNumbersAreDaysInBothSystems(t *testing.T) {
	for _, c := range []struct {
		raw      string
		date1904 bool
		want     string
	}{{"45404", false, "2024-04-22"}, {"43942", true, "2024-04-22"}, {"45404.75", false, "2024-04-22"}, {"12", false, ""}, {"-5", false, ""}, {"1e300", false, ""}} {
		d, ok := Serial(c.raw, c.date1904)
		if ok != (c.want != "") || ok && d.String() != c.want {
			t.Errorf("%s: %s %v, want %q", c.raw, d, ok, c.want)
		}
	}
}

func TestAMonthMayBeGivenWithWordsOfTime(t *testing.T) {
	for given, want := range map[string]string{"2025-5": "2025-05", "2025年5月底前": "2025-05", "202505": "2025-05", "2025年5月中旬": "2025-05", "2025-5-31": "2025-05-31"} {
		if d, ok := ReadMonth(given); !ok || d.String() != want {
			t.Errorf("%q: %s %v, want %s", given, d, ok, want)
		}
	}
	if d, ok := ReadMonth("二季度"); ok {
		t.Error(d)
	}
}
