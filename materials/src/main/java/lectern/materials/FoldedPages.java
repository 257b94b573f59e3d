package lectern.materials;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// What pages say, folded, for those that were searched last.
final class FoldedPages {
    private final int mostChars;
    private final LinkedHashMap<Work, String> texts = new LinkedHashMap<>(16, 0.75f, true);
    private long chars;

    FoldedPages(int mostChars) {
        this.mostChars = mostChars;
    }

    @Nullable
    String get(Work page) { return texts.get(page); }

    void put(Work page, String text) {
        String before = texts.put(page, text);
        chars += text.length() - (before == null ? 0 : before.length());
        for (var oldest = texts.entrySet().iterator(); chars > mostChars;) {
            chars -= oldest.next().getValue().length();
            oldest.remove();
        }
    }
}
