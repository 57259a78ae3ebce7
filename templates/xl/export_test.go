package xl

// CleanText is what may be in a cell of a text.
var CleanText = cleanText
