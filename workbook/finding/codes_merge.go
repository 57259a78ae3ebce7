package finding

// Codes of workbook/intake and consolidate: between files and between years.
const ()

var mergeCodes = []Entry{}
