package page

import (
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"text/template/parse"

	"tianbao/seeds/trial"
	"tianbao/workbook/intake"
)

// A template fails at a name that its data does not have, but only in the branch that is
// reached. Here all branches are.
func TestEveryNameInATemplateIsOneOfItsData(t *testing.T) {
	shown := map[string]any{
		"home.html": Steps, "results.html": resultsOf, "register.html": (*Desk).registerView, "disputes.html": rulingsView, "consult.html": consultView, "report.html": reportNames,
		"plan.html": (*Desk).planView, "wait.html": (*work).view, "work.html": (*work).view, "doing": (*work).view,
		"years.html": func() (m intake.MixedYears) { return m }, "taken.html": func() (v []Verdict) { return v }, "taken": func() (v []Verdict) { return v },
		"fault.html": func() (v any) { return v }, "end.html": func() (v any) { return v }, "enter.html": func() (v any) { return v }, "file.html": func() (v resultsFile) { return v },
	}
	c := templates(t, nil)
	for name := range c.trees {
		if _, is := shown[name]; strings.HasSuffix(name, ".html") && name != "desk.html" && name != "parts.html" && !is {
			t.Errorf("say what %s shows", name)
		}
	}
	for name, of := range shown {
		c.show, c.seen = reflect.TypeOf(of).Out(0), map[string]bool{}
		dot := reflect.TypeFor[page]()
		if !strings.HasSuffix(name, ".html") || name == "file.html" {
			dot = c.show
		}
		c.template(name, dot)
	}
	if c.names < 500 || len(c.faults) > 0 {
		t.Errorf("of %d names:\n%s", c.names, strings.Join(slices.Sorted(maps.Keys(c.faults)), "\n"))
	}
}

func TestANameThatIsNoneOfItsDataIsSeen(t *testing.T) {
	c := templates(t, map[string]string{"a": `{{with .Saved}}{{.}}{{else}}{{range $i, $d := .Show}}{{with $d.Name}}{{$.Yeer}}{{end}}{{template "b" .}}{{end}}{{end}}`, "b": `{{if len .Wort}}{{.Word}}{{end}}`})
	c.show, c.seen = reflect.TypeFor[[]Verdict](), map[string]bool{}
	c.template("a", reflect.TypeFor[page]())
	if got := slices.Sorted(maps.Keys(c.faults)); len(got) != 2 || !strings.Contains(got[0], "Yeer") || !strings.Contains(got[1], "Wort") {
		t.Error(got)
	}
}

// names follows the types of the data through the templates; nil is a type not known.
type names struct {
	trees  map[string]*parse.Tree
	show   reflect.Type    // of a page's Show
	seen   map[string]bool // templates with their data
	faults map[string]bool
	names  int
	in     string
	vars   map[string]reflect.Type
}

func templates(t *testing.T, texts map[string]string) *names {
	if texts == nil {
		texts = map[string]string{}
		for _, e := range trial.Got(fs.ReadDir(face, "face"))(t) {
			if strings.HasSuffix(e.Name(), ".html") {
				texts[e.Name()] = asset("face/" + e.Name())
			}
		}
	}
	c := &names{trees: map[string]*parse.Tree{}, faults: map[string]bool{}}
	for name, text := range texts {
		tree := parse.New(name)
		tree.Mode = parse.SkipFuncCheck
		trial.Got(tree.Parse(text, "", "", c.trees))(t)
	}
	return c
}

func (c *names) template(name string, dot reflect.Type) {
	if key := fmt.Sprint(name, dot); c.seen[key] {
		return
	} else {
		c.seen[key] = true
	}
	in, vars := c.in, c.vars
	c.in, c.vars = name, map[string]reflect.Type{"$": dot}
	c.list(c.trees[name].Root, dot)
	c.in, c.vars = in, vars
}

func (c *names) list(n *parse.ListNode, dot reflect.Type) {
	if n == nil {
		return
	}
	for _, n := range n.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			c.pipe(n.Pipe, dot)
		case *parse.IfNode:
			c.pipe(n.Pipe, dot)
			c.list(n.List, dot)
			c.list(n.ElseList, dot)
		case *parse.WithNode:
			c.list(n.List, c.pipe(n.Pipe, dot))
			c.list(n.ElseList, dot)
		case *parse.RangeNode:
			of := element(c.pipe(n.Pipe, dot))
			if d := n.Pipe.Decl; len(d) > 0 {
				c.vars[d[0].Ident[0]] = reflect.TypeFor[int]()
				c.vars[d[len(d)-1].Ident[0]] = of
			}
			c.list(n.List, of)
			c.list(n.ElseList, dot)
		case *parse.TemplateNode:
			var of reflect.Type
			if n.Pipe != nil {
				of = c.pipe(n.Pipe, dot)
			}
			c.template(n.Name, of)
		}
	}
}

// pipe returns what comes out of a pipe.
func (c *names) pipe(p *parse.PipeNode, dot reflect.Type) (out reflect.Type) {
	for _, cmd := range p.Cmds {
		var args []reflect.Type
		for _, a := range cmd.Args {
			args = append(args, c.value(a, dot))
		}
		out = args[0]
		if f, is := cmd.Args[0].(*parse.IdentifierNode); is {
			switch own := helpers[f.Ident]; {
			case own != nil:
				out = reflect.TypeOf(own).Out(0)
			case f.Ident == "index":
				out = element(args[1])
			default:
				out = nil
			}
		}
	}
	for _, v := range p.Decl {
		c.vars[v.Ident[0]] = out
	}
	return out
}

func (c *names) value(n parse.Node, dot reflect.Type) reflect.Type {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return c.field(dot, n.Ident)
	case *parse.VariableNode:
		return c.field(c.vars[n.Ident[0]], n.Ident[1:])
	case *parse.ChainNode:
		return c.field(c.value(n.Node, dot), n.Field)
	case *parse.PipeNode:
		return c.pipe(n, dot)
	}
	return nil
}

func (c *names) field(of reflect.Type, path []string) reflect.Type {
	for _, name := range path {
		if of == nil || of == reflect.TypeFor[any]() {
			return nil
		}
		c.names++
		pointer := of
		if of.Kind() == reflect.Pointer {
			of = of.Elem()
		} else if of.Kind() != reflect.Interface {
			pointer = reflect.PointerTo(of)
		}
		m, method := pointer.MethodByName(name)
		f, field := reflect.StructField{}, false
		if of.Kind() == reflect.Struct {
			f, field = of.FieldByName(name)
		}
		switch {
		case of == reflect.TypeFor[page]() && name == "Show":
			of = c.show
		case method:
			of = m.Type.Out(0)
		case field && f.IsExported():
			of = f.Type
		default:
			c.faults[fmt.Sprintf("%s: %s has no %s", c.in, of, name)] = true
			return nil
		}
	}
	return of
}

// element is what a range goes over.
func element(of reflect.Type) reflect.Type {
	if of == nil || !slices.Contains([]reflect.Kind{reflect.Slice, reflect.Array, reflect.Map, reflect.Pointer}, of.Kind()) {
		return nil
	}
	return of.Elem()
}
