package lectern.materials;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Looks for a document type of a drawing's own, without reading it as XML: what it declares could be expanded without end. One
/// that only names SVG's is common, and is passed over.
final class SvgDoctype {
    private static final String START = "<!DOCTYPE";
    /// In these, markup is the bytes that it is in ASCII: what isn't found there isn't in what a parser makes of it. In others,
    /// such as UTF-16 or EBCDIC, it may be.
    private static final Pattern PLAIN = Pattern.compile(
            "utf-8|us-ascii|iso-8859-\\d+|windows-125\\d|gbk|gb2312|gb18030",
            Pattern.CASE_INSENSITIVE);

    /// @param bytes of the file, at least up to its root element
    static void check(byte[] bytes) throws RefusedException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf(START); at >= 0; at = text.indexOf(START, at))
            at = end(text, at + START.length());
    }

    /// @param encoding as the file declares it
    static void checkEncoding(String encoding) throws RefusedException {
        if (!PLAIN.matcher(encoding).matches())
            throw new RefusedException(Refusal.OTHER_KIND, "written in " + encoding);
    }

    /// Past the document type, and that it ends: else each other one would be sought to the end again.
    private static int end(String text, int from) throws RefusedException {
        char quote = 0;
        for (int at = from; at < text.length(); at++) {
            char now = text.charAt(at);
            if (quote != 0) {
                if (now == quote) quote = 0;
            } else if (now == '"' || now == '\'') {
                quote = now;
            } else if (now == '>') {
                return at;
            } else if (now == '[') {
                break;
            }
        }
        throw new RefusedException(Refusal.OTHER_KIND, "a document type of its own");
    }

    private SvgDoctype() {}
}
