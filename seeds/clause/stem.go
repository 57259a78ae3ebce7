package clause

import "strings"

// A list may name departments by their fields and end in what all of them are called:
// 市发展改革、财政、科技局; 市教育、文化旅游等部门.

// isStem reports whether it is the field of a department without its office: 财政, 市发展改革.
func (rd *Reader) isStem(p passage) bool {
	bare := p.bare()
	if len(bare) > 12 || rd.known(p.written()) {
		return false
	}
	stem := bare[rd.levelOf(bare):]
	return len(stem) > 1 && rd.fieldsOnly(stem)
}

// fieldsOnly reports words that are nothing but fields of government.
func (rd *Reader) fieldsOnly(stem []rune) bool {
	for len(stem) > 0 {
		n := rd.words.field.Begins(stem)
		if n == 0 {
			return false
		}
		stem = stem[n:]
		if len(stem) > 1 && strings.ContainsRune("和与", stem[0]) {
			stem = stem[1:]
		}
	}
	return true
}

// joinStems puts a list of fields together with the name that closes it, which a role
// may follow.
func (rd *Reader) joinStems(parts []passage) []passage {
	var out []passage
	for i := 0; i < len(parts); i++ {
		j := i
		for j < len(parts) && rd.isStem(parts[j].trim(around)) {
			j++
		}
		if j == i || j == len(parts) || !rd.closesStems(parts[j].trim(around)) {
			out = append(out, parts[i])
			continue
		}
		whole := parts[i].trim(around)
		for _, more := range parts[i+1 : j+1] {
			whole = whole.join(newPassage("、")).join(more.trim(around))
		}
		out = append(out, whole)
		i = j
	}
	return out
}

// closesStems reports whether a phrase begins with a department of fields, or with a last
// field and 等部门.
func (rd *Reader) closesStems(p passage) bool {
	if rd.stemOfMany(p) > 0 {
		return true
	}
	names, _, ok := rd.names(p)
	if !ok {
		at, _, found := rd.roleIn(p, false)
		if !found || at == 0 {
			return false
		}
		names, _, _ = rd.names(p.to(at))
	}
	bare := names[0].bare()
	return rd.isStem(names[0]) || rd.ofFields(bare[rd.levelOf(bare):])
}

// stemOfMany returns the length of the field before 部门 that a phrase begins with, 林草|部门, 0 where it does not.
func (rd *Reader) stemOfMany(p passage) int {
	for i := 2; i < min(p.len()-1, 12); i++ {
		if s := string(p.fold[i : i+2]); (s == "部门" || s == "单位") && rd.isStem(p.to(i)) {
			return i
		}
	}
	return 0
}

// stemList parts such a list; the fields keep their own words.
func (rd *Reader) stemList(p passage) (list []passage, open, ok bool) {
	parts := p.parts("、")
	last := len(parts) - 1
	for _, part := range parts[:last] {
		if !rd.isStem(part) {
			return nil, false, false
		}
	}
	if last == 0 {
		return nil, false, false
	}
	if n := rd.stemOfMany(parts[last]); n > 0 { // 水利、应急管理、林草部门和各市县政府
		list = append(parts[:last:last], parts[last].to(n))
		rest := parts[last].from(n + 2)
		k := rd.and(rest.fold)
		if rest.empty() {
			return list, false, true
		}
		more, open, ok := rd.names(rest.from(k))
		return append(list, more...), open, ok && k > 0
	}
	more, open, ok := rd.names(parts[last])
	return append(parts[:last:last], more...), open, ok
}

// restoreStems gives the fields of a list their office: the name that the document has
// elsewhere, else what the list ends in. A commission of a city is not called 局.
func (rd *Reader) restoreStems(list []passage, names []Name) {
	office, level := "", rd.prefix
	for _, p := range list {
		if bare := p.bare(); rd.levelOf(bare) > 0 && !rd.isGroup(p) {
			level = string(bare[:rd.levelOf(bare)])
			break
		}
	}
	for i := len(list) - 1; i >= 0; i-- {
		bare := list[i].bare()
		if !rd.isStem(list[i]) {
			office = officeEnd(string(bare))
			continue
		}
		own := level
		if rd.levelOf(bare) > 0 {
			own = ""
		}
		names[i].Full = rd.inFull(own+string(bare), office)
	}
}

func (rd *Reader) inFull(stem, office string) string {
	for _, end := range append([]string{office}, offices...) {
		if end != "" && rd.known(stem+end) {
			return stem + end
		}
	}
	bare := []rune(stem)
	if office == "局" && rd.words.commission.Ends(bare) == len(bare)-rd.levelOf(bare) && !strings.ContainsAny(stem, "县区旗") {
		return stem + "委"
	}
	return stem + office
}

// offices are what departments of fields are called.
var offices = []string{"委员会", "办公室", "中心", "局", "厅", "委", "办", "署"}

// officeEnd returns which of them a name ends with, "" where none.
func officeEnd(name string) string {
	for _, end := range offices {
		if strings.HasSuffix(name, end) {
			return end
		}
	}
	return ""
}
