package lectern.materials;

/// What came of a deck, as it is kept beside the PDF that was made of it.
record DeckOutline(Outline outline, long pdfBytes, int pdfChecksum) {}
