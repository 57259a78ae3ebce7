package seeds

import "testing"

func BenchmarkPlan(b *testing.B) {
	for b.Loop() {
		Plan()
	}
}
