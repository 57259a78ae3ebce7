package finding

// Codes of seeds/plan: what is odd in a plan document or a catalogue workbook.
const ()

var planCodes = []Entry{}
