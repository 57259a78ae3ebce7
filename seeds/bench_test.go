package seeds

import "testing"

// BenchmarkPlan times what every command does first.
func BenchmarkPlan(b *testing.B) {
	for b.Loop() {
		Plan()
	}
}
