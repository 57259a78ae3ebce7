package workbook

// Index lets Row find the rows of a sheet by 编号, once all of them stand. Of rows
// given twice it finds the first.
func (s *Sheet) Index() {
	s.byRef = make(map[string]int, len(s.Rows))
	for i := range s.Rows {
		if _, twice := s.byRef[s.Rows[i].Ref()]; !twice {
			s.byRef[s.Rows[i].Ref()] = i
		}
	}
}
