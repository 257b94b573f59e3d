package lectern.media;

/// Letters of 5 by 7 dots for what is written into pictures without a font: A to Z, 0 to 9 and a colon.
final class Glyphs {
    static final int COLUMNS = 5;
    static final int ROWS = 7;

    private static final String ORDER = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ:";
    /// Each letter is seven rows of two hexadecimal digits, the lowest bit being the rightmost dot.
    private static final String[] DOTS = { "0E11131519110E", "040C040404040E", "0E11010204081F", "1F02040201110E",
            "02060A121F0202", "1F101E0101110E", "0608101E11110E", "1F010204080808", "0E11110E11110E", "0E11110F01020C",
            "0E11111F111111", "1E11111E11111E", "0E11101010110E", "1C12111111121C", "1F10101E10101F", "1F10101E101010",
            "0E11101711110F", "1111111F111111", "0E04040404040E", "0702020202120C", "11121418141211", "1010101010101F",
            "111B1515111111", "11111915131111", "0E11111111110E", "1E11111E101010", "0E11111115120D", "1E11111E141211",
            "0F10100E01011E", "1F040404040404", "1111111111110E", "11111111110A04", "1111111515150A", "11110A040A1111",
            "1111110A040404", "1F01020408101F", "00040400040400"};

    private Glyphs() {}

    /// Whether the dot at `row`, `column` of `letter` is set; a letter that isn't known is a frame.
    static boolean dot(char letter, int row, int column) {
        int index = ORDER.indexOf(Character.toUpperCase(letter));
        if (index < 0)
            return row == 0 || row == ROWS - 1 || column == 0 || column == COLUMNS - 1;
        int bits = Integer.parseInt(DOTS[index], row * 2, row * 2 + 2, 16);
        return (bits >> (COLUMNS - 1 - column) & 1) != 0;
    }
}
