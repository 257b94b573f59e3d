package lectern.materials;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.common.usermodel.fonts.FontInfo;
import org.apache.poi.sl.draw.DrawFontManagerDefault;

/// Which of the machine's fonts stands for the one that a deck names.
final class DeckFonts extends DrawFontManagerDefault {
    private static final List<String> SANS = List.of("Liberation Sans", "Arimo", "Arial", "Helvetica", "DejaVu Sans");
    private static final List<String> SERIF = List.of("Liberation Serif", "Tinos", "Times New Roman", "DejaVu Serif");
    private static final List<String> MONO = List.of("Liberation Mono", "Cousine", "Courier New", "DejaVu Sans Mono");
    private static final List<String> HAN = List.of("Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC",
            "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei");
    private static final List<String> HAN_SERIF = List.of("Noto Serif CJK SC", "Source Han Serif SC", "SimSun",
            "Songti SC", "Noto Sans CJK SC");
    private static final List<String> JAPANESE = List.of("Noto Sans CJK JP", "Source Han Sans", "Yu Gothic",
            "Hiragino Sans");
    private static final List<String> TAIWANESE = List.of("Noto Sans CJK TC", "Source Han Sans TC",
            "Microsoft JhengHei", "PingFang TC");
    private static final List<String> KOREAN = List.of("Noto Sans CJK KR", "Source Han Sans K", "Malgun Gothic",
            "Apple SD Gothic Neo");
    /// As wide as the ones that Office brings, first; words in names follow.
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(Map.entry("calibri", List.of("Carlito")),
            Map.entry("cambria", List.of("Caladea")), Map.entry("simsun", HAN_SERIF), Map.entry("宋体", HAN_SERIF),
            Map.entry("fangsong", HAN_SERIF), Map.entry("仿宋", HAN_SERIF), Map.entry("kaiti", HAN_SERIF),
            Map.entry("楷体", HAN_SERIF), Map.entry("yahei", HAN), Map.entry("微软雅黑", HAN), Map.entry("simhei", HAN),
            Map.entry("黑体", HAN), Map.entry("dengxian", HAN), Map.entry("等线", HAN), Map.entry("pingfang sc", HAN),
            Map.entry("gothic", JAPANESE), Map.entry("meiryo", JAPANESE), Map.entry("mincho", JAPANESE),
            Map.entry("ゴシック", JAPANESE), Map.entry("明朝", JAPANESE), Map.entry("jhenghei", TAIWANESE),
            Map.entry("mingliu", TAIWANESE), Map.entry("正黑", TAIWANESE), Map.entry("malgun", KOREAN),
            Map.entry("맑은", KOREAN), Map.entry("batang", KOREAN), Map.entry("courier", MONO),
            Map.entry("consolas", MONO), Map.entry("mono", MONO), Map.entry("times", SERIF),
            Map.entry("georgia", SERIF), Map.entry("garamond", SERIF), Map.entry("serif", SERIF),
            Map.entry("palatino", SERIF));
    private static final List<String> ANY = List.of("DejaVu Sans", "Noto Sans", "Segoe UI", "Segoe UI Symbol",
            "Arial Unicode MS", "OpenSymbol", Font.SANS_SERIF);

    private final Set<String> families = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> missing = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> standIns = new HashMap<>();
    private final Map<Face, Font> faces = new HashMap<>();

    private record Named(String name) implements FontInfo {
        @Override
        public String getTypeface() { return name; }
    }

    private record Face(String family, int style) {}

    DeckFonts() {
        var here = GraphicsEnvironment.getLocalGraphicsEnvironment();
        families.addAll(Arrays.asList(here.getAvailableFontFamilyNames(Locale.ROOT)));
        families.addAll(Arrays.asList(here.getAvailableFontFamilyNames()));
    }

    /// What was asked for and isn't here, each once.
    List<String> missing() { return List.copyOf(missing); }

    /// @param name as a run with letters says it, may be empty
    void want(String name) {
        if (!name.isBlank() && !families.contains(name)) missing.add(name);
    }

    Font font(String name, int style, float size) {
        return face(standIn(name), style).deriveFont(size);
    }

    /// The font itself, or another where it doesn't have that letter.
    Font with(int letter, Font font) {
        if (font.canDisplay(letter) || Character.isISOControl(letter)) return font;
        boolean serif = SERIF.contains(font.getFamily(Locale.ROOT));
        for (List<String> list : List.of(serif ? HAN_SERIF : HAN, ANY))
            for (String family : list) {
                if (!families.contains(family)) continue;
                Font other = face(family, font.getStyle());
                if (other.canDisplay(letter)) return other.deriveFont(font.getSize2D());
            }
        return face(Font.SANS_SERIF, font.getStyle()).deriveFont(font.getSize2D());
    }

    @Override
    public FontInfo getMappedFont(Graphics2D graphics, FontInfo font) {
        return font == null || font.getTypeface() == null ? null : new Named(standIn(font.getTypeface()));
    }

    private String standIn(String name) {
        if (families.contains(name)) return name;
        return standIns.computeIfAbsent(name.toLowerCase(Locale.ROOT), small -> {
            for (var known : KNOWN.entrySet()) {
                if (!small.contains(known.getKey())) continue;
                for (String family : known.getValue()) if (families.contains(family)) return family;
            }
            for (String family : SANS) if (families.contains(family)) return family;
            return Font.SANS_SERIF;
        });
    }

    private Font face(String family, int style) {
        return faces.computeIfAbsent(new Face(family, style), it -> new Font(it.family(), it.style(), 1));
    }
}
