package clause

import (
	"strings"
	"unicode"

	"tianbao/seeds/text"
)

// Scope is which tasks a standing rule speaks of: all below it, where nothing else is said.
type Scope struct {
	Above   bool  // 以上任务: those before it
	Below   bool  // 以下任务, where it stands beside 以上
	Part    bool  // 本章任务: those below the heading it stands below
	Own     bool  // 本项任务: its own
	But     bool  // 除第2、3项外
	Numbers []int // 第2、3项
	states  bool
}

// scopeOf reads the scope that a part begins with, and returns its length.
func (rd *Reader) scopeOf(p passage) (s Scope, length int) {
	i, open := 0, false // open: 所有, 其余 and their kin wait for what they are of
	for i < p.len() {
		rest := p.from(i)
		n := 0
		step := s
		switch c := rest.fold[0]; {
		case c == '除':
			n = rd.exceptAt(rest, &step)
		case c == '第':
			n = rd.numbersAt(rest, &step)
		case c == '各' || c == '本' || c == '该' || c == '此':
			if n = rd.itemAt(rest.from(1)); n > 0 {
				step.own(string(c), rest.cut(1, n+1).folded())
				n, open = n+1, false
			}
		case s.states && strings.ContainsRune("中里内的之上和及、,", c):
			n = 1
		default:
			if n = rd.words.ruleScope.Begins(rest.fold); n > 0 {
				step.states, step.Own = true, false // 本项及以下各项
				open = !strings.ContainsRune("下后中", rest.fold[n-1])
				step.Below = s.Below || strings.ContainsRune("下后", rest.fold[n-1])
				step.Above = s.Above || strings.HasPrefix(rest.folded(), "以上") || strings.HasPrefix(rest.folded(), "上述") || strings.HasPrefix(rest.folded(), "前述")
			} else if s.states {
				if n = rd.itemAt(rest); n > 0 {
					open = false
				}
			}
		}
		if n == 0 {
			break
		}
		i += n
		s = step
		if behind := p.from(i); rd.mayFollowScope(behind) && (!open || behind.empty() || everyAt(behind.to(1).join(newPassage("需")).fold) == 0) {
			length = i
		}
	}
	return s.upTo(length), length
}

// upTo is a scope of which that many runes are said.
func (s Scope) upTo(length int) Scope {
	if length == 0 {
		return Scope{}
	}
	return s
}

// own tells what 本 and the item behind it point at.
func (s *Scope) own(pointer, item string) {
	s.states = true
	switch {
	case pointer == "各" || strings.HasSuffix(item, "表") || strings.HasSuffix(item, "方案"):
	case strings.ContainsAny(item, "章节篇类") || strings.Contains(item, "部分") || strings.Contains(item, "行动") || strings.Contains(item, "板块"):
		s.Part = true
	default:
		s.Own = true
	}
}

// itemAt returns the length of words for tasks, with at most a few before them that name nothing: 项, 项民生任务.
func (rd *Reader) itemAt(p passage) int {
	for gap := 0; gap < min(p.len(), 4); gap++ {
		if gap > 0 && strings.ContainsRune("各省市县区旗州盟镇乡局委办厅部处科室站队中均都由、,"+openers, p.fold[gap-1]) {
			return 0
		}
		if n := rd.words.ruleItem.Begins(p.fold[gap:]); n > 0 {
			return gap + n
		}
	}
	return 0
}

// exceptAt reads 除第2、3项外, 除特别注明外.
func (rd *Reader) exceptAt(p passage, s *Scope) int {
	end := strings.IndexRune(string(p.fold[:min(p.len(), longestExcept)]), '外')
	if end < 0 {
		return 0
	}
	n := len([]rune(p.folded()[:end])) + 1
	inner := p.cut(1, n-1)
	if at := strings.IndexRune(inner.folded(), '第'); at >= 0 {
		of := Scope{}
		if rd.numbersAt(inner.from(len([]rune(inner.folded()[:at]))), &of) > 0 {
			s.But, s.Numbers, s.states = true, of.Numbers, true
		}
	}
	for n < p.len() && strings.ContainsRune(",、", p.fold[n]) {
		n++
	}
	return n
}

// longestExcept is more runes than an exception has.
const longestExcept = 24

// numbersAt reads 第2、3项, 第1—3项任务, 第二至四条 and 第2项、第3项.
func (rd *Reader) numbersAt(p passage, s *Scope) int {
	var numbers []int
	through := false
	i := 0
	for i < p.len() {
		c := p.fold[i]
		n := i
		for n < p.len() && (unicode.IsDigit(p.fold[n]) || strings.ContainsRune("一二三四五六七八九十", p.fold[n])) {
			n++
		}
		switch {
		case n > i:
			number := text.Numeral(string(p.fold[i:n]))
			for k := numberBefore(numbers); through && k+1 < number && number < 1000; k++ {
				numbers = append(numbers, k+1)
			}
			numbers, through, i = append(numbers, number), false, n
			continue
		case strings.ContainsRune("第、,和及与()", c):
		case strings.ContainsRune("-—–~至到", c):
			through = len(numbers) > 0
		default:
			item := rd.itemAt(p.from(i))
			if item == 0 || len(numbers) == 0 {
				return 0
			}
			i += item
			if next := p.from(i); next.len() > 2 && strings.ContainsRune("、,和及与", next.fold[0]) && next.fold[1] == '第' {
				continue
			}
			s.Numbers, s.states = append(s.Numbers, numbers...), true
			return i
		}
		i++
	}
	return 0
}

func numberBefore(numbers []int) int {
	if len(numbers) == 0 {
		return 0
	}
	return numbers[len(numbers)-1]
}

// mayFollowScope reports what can follow a scope: nothing, 均, 由, or names.
func (rd *Reader) mayFollowScope(p passage) bool {
	p = p.trim(around)
	if p.empty() || strings.ContainsRune("均都皆由需须应为的要请中", p.fold[0]) {
		return true
	}
	first := p.parts("、")[0]
	if k := everyAt(first.fold); k > 0 {
		first = first.to(k)
	}
	return rd.startsNames(first) || rd.ownLabel(first.fold) > 0 || rd.isRoleLabel(first)
}

// isRoleLabel reports 责任单位, 牵头部门: what the units of a task are called.
func (rd *Reader) isRoleLabel(p passage) bool {
	_, n := rd.words.roleAt(p.fold)
	return n > 0 && rd.words.labelUnits.Begins(p.fold[n:]) > 0
}
