package text

import "testing"

func TestOneNumberIsReadWhateverItsWidth(t *testing.T) {
	for given, want := range map[string]string{
		"12.50": "12.5", "１２．５": "12.5", " 1,234 ": "1234", "−3": "-3", "+3": "3", "1E3": "1000", ".5": "0.5", "5.": "5", "123456789012345678": "123456789012346000",
	} {
		if d, ok := Decimal(given); !ok || d.String() != want {
			t.Errorf("%q: %s %v, want %s", given, d, ok, want)
		}
	}
	for _, given := range []string{"", "-", "5家", "85%", "1,23", "1.2.3", "五", "1e999999999", "5²", "①"} {
		if d, ok := Decimal(given); ok {
			t.Errorf("%q is taken as %s", given, d)
		}
	}
}

func TestDecimalPlacesStayAsTheyAreWritten(t *testing.T) {
	for given, want := range map[string]int32{"10.0": 1, "10": 0, "0.50": 2, "1,234.500": 3} {
		if d, _ := Decimal(given); max(0, -d.Exponent()) != want {
			t.Errorf("%s: %d places, want %d", given, -d.Exponent(), want)
		}
	}
}

func TestAQuantityIsReadInItsUnit(t *testing.T) {
	for _, c := range []struct{ given, unit, want string }{
		{"5.5万", "人", "55000"}, {"14250000万元", "亿元", "1425"}, {"85％", "%", "85"}, {"5", "家", "5"}, {"2000万", "亿元", ""}, {"5亩", "公顷", ""}, {"2.5㎡", "m2", "2.5"}, {"3万亿", "元", "3000000000000"},
	} {
		d, ok := Quantity(c.given, c.unit)
		if got := d.String(); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%s in %s: %s %v, want %q", c.given, c.unit, got, ok, c.want)
		}
	}
}

func TestANumberThatACellGivesBackUnchangedIsPlain(t *testing.T) {
	for _, s := range []string{"0", "5", "-5", "100", "0.5", "12.34", "123456789012345"} {
		if !IsPlain(s) {
			t.Errorf("%s is not plain", s)
		}
	}
	for _, s := range []string{"", "05", "5.0", "+5", "-0", "1e3", "1,234", ".5", "5.", "5家", "1234567890123456", "12345678901234567890"} {
		if IsPlain(s) {
			t.Errorf("%s is plain", s)
		}
	}
}
