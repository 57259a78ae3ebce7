package xl

// CleanText is what may stand in a cell of a text.
var CleanText = cleanText
