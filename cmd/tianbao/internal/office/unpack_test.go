package office

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"tianbao/seeds/trial"
)

// archive is an archive of the names given, each with its text.
func archive(t *testing.T, entries ...[2]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, e := range entries {
		w := trial.Got(z.CreateHeader(&zip.FileHeader{Name: e[0], Method: zip.Deflate, NonUTF8: true}))(t)
		_, _ = w.Write([]byte(e[1]))
	}
	trial.Must(t, z.Close())
	return out.Bytes()
}

var wide = bounds{file: 1 << 20, all: 4 << 20, files: 100}

func unpacked(data []byte, l bounds) (names string, left []string, err error) {
	var list []string
	left, err = unpack(data, l, func(name string, _ []byte) error {
		list = append(list, name)
		return nil
	})
	return strings.Join(list, " "), left, err
}

func TestNamesOfAnArchiveAreReadAsWindowsInChinaWritesThem(t *testing.T) {
	gbk := trial.Got(simplifiedchinese.GBK.NewEncoder().String("各单位/2024-市科技局(最终版).xlsx"))(t)
	names, left, err := unpacked(archive(t, [2]string{gbk, "1"}, [2]string{"第二批/市农业农村局.xlsx", "2"}, [2]string{"plain.xlsx", "3"}), wide)
	if names != "2024-市科技局(最终版).xlsx 市农业农村局.xlsx plain.xlsx" || len(left) > 0 || err != nil {
		t.Errorf("%q, left %v, %v", names, left, err)
	}
}

func TestWhatAnArchiveHoldsBesidesReturnsIsPassedOver(t *testing.T) {
	names, left, err := unpacked(archive(t, [2]string{"a/", ""}, [2]string{"a/~$甲.xlsx", "1"}, [2]string{"a/.DS_Store", "1"}, [2]string{"a/Thumbs.db", "1"},
		[2]string{"__MACOSX/a/甲.xlsx", "1"}, [2]string{"../../乙.xlsx", "1"}, [2]string{`..\丙.xlsx`, "1"}, [2]string{"里面.zip", "1"}), wide)
	if names != "乙.xlsx 丙.xlsx 里面.zip" || len(left) > 0 || err != nil {
		t.Errorf("%q, left %v, %v", names, left, err)
	}
}

func TestAnArchiveIsUnpackedWithinItsLimits(t *testing.T) {
	big := strings.Repeat("0", 2<<20)
	names, left, err := unpacked(archive(t, [2]string{"大.xlsx", big}, [2]string{"小.xlsx", "1"}), wide)
	if names != "小.xlsx" || len(left) != 1 || !strings.Contains(left[0], "大.xlsx:太大") || err != nil {
		t.Errorf("a large file: %q, left %v, %v", names, left, err)
	}
	half := strings.Repeat("0", 1<<20)
	names, left, _ = unpacked(archive(t, [2]string{"1", half}, [2]string{"2", half}, [2]string{"3", half}, [2]string{"4", half}, [2]string{"5", half}, [2]string{"6", ""}), wide)
	if names != "1 2 3 4 6" || len(left) != 1 {
		t.Errorf("too much together: %q, left %v", names, left)
	}
	if _, _, err := unpacked(archive(t, [2]string{"1", ""}, [2]string{"2", ""}, [2]string{"3", ""}), bounds{file: 1, all: 1, files: 2}); err == nil || !strings.Contains(err.Error(), "3 个文件") {
		t.Errorf("too many: %v", err)
	}
	if _, _, err := unpacked([]byte("PK\x03\x04 cut"), wide); err == nil {
		t.Error("a broken archive is taken")
	}
	locked := archive(t, [2]string{"锁.xlsx", "1"})
	at := bytes.Index(locked, []byte("PK\x01\x02"))
	locked[at+8] |= 1
	if names, left, _ := unpacked(locked, wide); names != "" || len(left) != 1 || !strings.Contains(left[0], "加了密码") {
		t.Errorf("an encrypted file: %q, left %v", names, left)
	}
}

func TestANameStaysOneThatEverySystemTakes(t *testing.T) {
	for name, want := range map[string]string{
		"甲.xlsx": "甲.xlsx", "..": "_", ".": "_", "": "_", "a/b/c.xlsx": "c.xlsx", `a\b`: "b", "nul": "_nul", "Com1.xlsx": "_Com1.xlsx", "com.xlsx": "com.xlsx",
		"a:b?.xlsx": "a_b_.xlsx", "x.xlsx. ": "x.xlsx", "a\x00b\n.xlsx": "a_b_.xlsx", "/": "_",
	} {
		if got := plainName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
	if long := plainName(strings.Repeat("长", 200) + ".xlsx"); len(long) > longest || !strings.HasSuffix(long, "长.xlsx") {
		t.Errorf("a long name: %q", long)
	}
}
