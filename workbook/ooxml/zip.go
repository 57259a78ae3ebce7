package ooxml

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"strings"

	"tianbao/seeds/finding"
)

// entry is one file of the package.
type entry struct {
	name   string // as it is in the directory
	key    string // as parts are looked up: see key
	stored bool   // not deflated
	crc    uint32
	size   int64 // inflated
	packed []byte
	weight int64 // bytes packed, as declared
	at     int64 // of its local header
	end    int64 // behind its last byte
	read   bool  // inflated whole, checksum compared
}

// directory is what the package holds.
type directory struct {
	entries []entry
	byKey   map[string]int
}

// find returns the entry of a part, nil where there is none.
func (d *directory) find(key string) *entry {
	if i, ok := d.byKey[key]; ok {
		return &d.entries[i]
	}
	return nil
}

const (
	localSig     = "PK\x03\x04"
	centralSig   = "PK\x01\x02"
	endSig       = "PK\x05\x06"
	end64Sig     = "PK\x06\x06"
	locatorSig   = "PK\x06\x07"
	localLen     = 30
	centralLen   = 46
	endLen       = 22
	end64Len     = 56
	locatorLen   = 20
	max16        = math.MaxUint16
	max32        = math.MaxUint32
	linkMode     = 0xA000 // of Unix, in the upper half of the external attributes
	modeMask     = 0xF000
	flagLocked   = 1
	flagTrailing = 8 // sizes follow the data
)

var le = binary.LittleEndian

// trailer is the end of central directory, zip64 or not.
type trailer struct {
	count        uint64
	offset, size uint64
	at           uint64 // where the directory must end
}

func damaged(what string) error { return refuse(finding.ZipDamaged, finding.Given(what)) }

// readDirectory reads the central directory and holds every entry's local header
// against it. Nothing is inflated.
func readDirectory(data []byte, lim Limits, d *directory) error {
	d.entries = d.entries[:0]
	d.byKey = map[string]int{}
	t, err := readTrailer(data)
	if err != nil {
		return err
	}
	if t.count > uint64(lim.Entries) {
		return over(finding.LimitEntries, lim.Entries, "个")
	}
	if t.offset > t.at || t.size != t.at-t.offset {
		return damaged("目录位置不符")
	}
	central := data[t.offset:t.at]
	total := int64(0)
	for range t.count {
		e, n, err := readCentral(central)
		if err != nil {
			return err
		}
		central = central[n:]
		if err := e.locate(data[:t.offset]); err != nil {
			return err
		}
		if e.size > lim.Part {
			return tooBig(finding.LimitPart, lim.Part, finding.Given(e.name))
		}
		if total += e.size; total > lim.Unpacked {
			return tooBig(finding.LimitUnpacked, lim.Unpacked)
		}
		if err := d.add(e); err != nil {
			return err
		}
	}
	if len(central) > 0 {
		return damaged("目录条目数不符")
	}
	return d.apart()
}

// readTrailer finds the end of the directory, which must end the file.
func readTrailer(data []byte) (trailer, error) {
	more := false // bytes behind what looks like the end
	lowest := max(0, len(data)-endLen-max16)
	tail := data[lowest:]
	for i := bytes.LastIndex(tail, []byte(endSig)); i >= 0; i = bytes.LastIndex(tail[:i], []byte(endSig)) {
		b := tail[i:]
		if len(b) < endLen || len(b) != endLen+int(le.Uint16(b[20:])) {
			more = more || len(b) >= endLen && len(b) > endLen+int(le.Uint16(b[20:]))
			continue
		}
		t := trailer{uint64(le.Uint16(b[10:])), uint64(le.Uint32(b[16:])), uint64(le.Uint32(b[12:])), uint64(lowest + i)}
		if le.Uint16(b[4:]) == max16 || le.Uint16(b[8:]) == max16 || t.count == max16 || t.offset == max32 || t.size == max32 {
			return readTrailer64(data, t)
		}
		if le.Uint16(b[4:]) != 0 || le.Uint16(b[6:]) != 0 || le.Uint16(b[8:]) != le.Uint16(b[10:]) {
			return t, damaged("分卷压缩")
		}
		if at := t.at; at >= locatorLen && string(data[at-locatorLen:at-locatorLen+4]) == locatorSig {
			return readTrailer64(data, t)
		}
		return t, nil
	}
	if more {
		return trailer{}, damaged("末尾有多余内容")
	}
	return trailer{}, refuse(finding.FileTruncated)
}

// readTrailer64 reads the zip64 end of the directory, whose fields count where the
// short ones say no more than that they are too small.
func readTrailer64(data []byte, short trailer) (trailer, error) {
	if short.at < locatorLen+end64Len {
		return short, damaged("zip64")
	}
	loc := data[short.at-locatorLen:]
	at := le.Uint64(loc[8:])
	if string(loc[:4]) != locatorSig || at > short.at-locatorLen-end64Len {
		return short, damaged("zip64")
	}
	b := data[at:]
	if string(b[:4]) != end64Sig || le.Uint64(b[4:]) != short.at-locatorLen-at-12 {
		return short, damaged("zip64")
	}
	t := trailer{le.Uint64(b[32:]), le.Uint64(b[48:]), le.Uint64(b[40:]), at}
	if short.count != max16 && short.count != t.count || short.offset != max32 && short.offset != t.offset ||
		short.size != max32 && short.size != t.size {
		return short, damaged("zip64")
	}
	return t, nil
}

// readCentral reads one entry at the head of the directory and how long it is.
func readCentral(b []byte) (e entry, n int, err error) {
	if len(b) < centralLen || string(b[:4]) != centralSig {
		return e, 0, damaged("目录条目")
	}
	nameLen, extraLen := int(le.Uint16(b[28:])), int(le.Uint16(b[30:]))
	n = centralLen + nameLen + extraLen + int(le.Uint16(b[32:]))
	if n > len(b) {
		return e, 0, damaged("目录条目")
	}
	e.name = string(b[centralLen : centralLen+nameLen])
	e.crc = le.Uint32(b[16:])
	packed, size, at := uint64(le.Uint32(b[20:])), uint64(le.Uint32(b[24:])), uint64(le.Uint32(b[42:]))
	extra := b[centralLen+nameLen : centralLen+nameLen+extraLen]
	if !widen(extra, &size, &packed, &at) {
		return e, 0, damaged("zip64")
	}
	switch method := le.Uint16(b[10:]); {
	case le.Uint16(b[8:])&flagLocked != 0:
		return e, 0, refuse(finding.FileEncrypted, finding.Given(e.name))
	case method != 0 && method != 8:
		return e, 0, damaged("不支持的压缩方法")
	case le.Uint32(b[38:])>>16&modeMask == linkMode:
		return e, 0, refuse(finding.ZipNames, finding.Given(e.name))
	case size > math.MaxInt64/2 || packed > math.MaxInt64/2 || at > math.MaxInt64/2:
		return e, 0, damaged("大小溢出")
	case method == 0 && packed != size:
		return e, 0, damaged("大小不符")
	default:
		e.stored = method == 0
	}
	e.size, e.weight, e.at = int64(size), int64(packed), int64(at)
	return e, n, nil
}

// widen replaces the fields that are too small by those of the zip64 extra field,
// in their fixed order.
func widen(extra []byte, fields ...*uint64) bool {
	var wide []byte
	for len(extra) >= 4 {
		n := 4 + int(le.Uint16(extra[2:]))
		if n > len(extra) {
			break // padding of some writers
		}
		if le.Uint16(extra) == 1 {
			wide = extra[4:n]
		}
		extra = extra[n:]
	}
	for _, f := range fields {
		if *f != max32 {
			continue
		}
		if len(wide) < 8 {
			return false
		}
		*f = le.Uint64(wide)
		wide = wide[8:]
	}
	return true
}

// locate finds the entry's bytes by its local header, which must agree with the
// directory. data ends where the directory begins.
func (e *entry) locate(data []byte) error {
	if e.at > int64(len(data))-localLen {
		return damaged("条目位置不符")
	}
	b := data[e.at:]
	nameLen, extraLen := int(le.Uint16(b[26:])), int(le.Uint16(b[28:]))
	from := localLen + nameLen + extraLen
	if string(b[:4]) != localSig || from > len(b) || e.weight > int64(len(b)-from) ||
		string(b[localLen:localLen+nameLen]) != e.name {
		return damaged("条目与目录不符")
	}
	stored := le.Uint16(b[8:]) == 0
	if stored != e.stored || !stored && le.Uint16(b[8:]) != 8 || le.Uint16(b[6:])&flagLocked != 0 {
		return damaged("条目与目录不符")
	}
	if le.Uint16(b[6:])&flagTrailing == 0 { // else the directory alone knows
		packed, size := uint64(le.Uint32(b[18:])), uint64(le.Uint32(b[22:]))
		if !widen(b[localLen+nameLen:from], &size, &packed) {
			return damaged("zip64")
		}
		if packed != uint64(e.weight) || size != uint64(e.size) || le.Uint32(b[14:]) != e.crc {
			return damaged("条目与目录不符")
		}
	}
	e.packed = b[from : from+int(e.weight)]
	e.end = e.at + int64(from) + e.weight
	return nil
}

// key returns the name by which a part is found: in lower case, with / between
// folders and without percent escapes; false where the name climbs or is odd.
func key(name string) (string, bool) {
	k := strings.ToLower(unpercent(strings.ReplaceAll(name, `\`, "/")))
	for seg := range strings.SplitSeq(strings.TrimSuffix(k, "/"), "/") {
		if seg == "" || strings.Trim(seg, ".") == "" || strings.ContainsAny(seg, "\x00:\\") {
			return "", false
		}
	}
	return k, true
}

// unpercent resolves %HH; what is no escape stays.
func unpercent(s string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && digit(s[i+1]) >= 0 && digit(s[i+2]) >= 0 {
			b = append(b, byte(digit(s[i+1])<<4|digit(s[i+2])))
			i += 2
			continue
		}
		b = append(b, s[i])
	}
	return string(b)
}

// add takes an entry in, if its name is sound and new.
func (d *directory) add(e entry) error {
	k, ok := key(e.name)
	if _, twice := d.byKey[k]; !ok || twice {
		return refuse(finding.ZipNames, finding.Given(e.name))
	}
	e.key = k
	d.byKey[k] = len(d.entries)
	d.entries = append(d.entries, e)
	return nil
}

// apart makes sure that no two entries share bytes.
func (d *directory) apart() error {
	order := make([]*entry, len(d.entries))
	for i := range d.entries {
		order[i] = &d.entries[i]
	}
	slices.SortFunc(order, func(a, b *entry) int { return cmp.Compare(a.at, b.at) })
	for i := 1; i < len(order); i++ {
		if order[i].at < order[i-1].end {
			return damaged("条目重叠")
		}
	}
	return nil
}
