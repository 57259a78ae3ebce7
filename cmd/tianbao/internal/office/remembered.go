package office

import (
	"fmt"
	"sync"

	"tianbao/seeds/plan"
	"tianbao/workbook/intake"
)

// Memory is what a desk has read, by its content, for as long as it is open: what has not
// changed since is not read again. It is safe for concurrent use.
type Memory struct {
	returns intake.Known
	mu      sync.Mutex
	made    map[string]any
}

// NewMemory is a memory of nothing.
func NewMemory() *Memory { return &Memory{made: map[string]any{}} }

// mostMade is from how many on what was made of files is forgotten.
const mostMade = 1000

// known is what intake remembers, nil where nothing is remembered.
func (m *Memory) known() *intake.Known {
	if m == nil {
		return nil
	}
	return &m.returns
}

// remembered is what make makes of a file's content, made once; what, with the plan it is
// read by, tells apart what is made of one content. A nil memory makes it anew.
func remembered[T any](m *Memory, what string, p *plan.Plan, data []byte, make func() (T, error)) (T, error) {
	if m == nil {
		return make()
	}
	key := fmt.Sprintf("%s %p %s", what, p, hashText(data))
	m.mu.Lock()
	defer m.mu.Unlock()
	if made, ok := m.made[key].(T); ok {
		return made, nil
	}
	made, err := make()
	if len(m.made) > mostMade {
		clear(m.made)
	}
	if err == nil {
		m.made[key] = made
	}
	return made, err
}
