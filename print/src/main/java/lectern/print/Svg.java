package lectern.print;

import lectern.protocol.board.Region;

/// A page as an SVG document of its own.
public final class Svg {
    public static String of(PrintedPage printed, Pictures pictures) {
        Region area = PagePrinter.area(printed);
        var out = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(SvgBrush.number(area.width())).append("\" height=\"").append(SvgBrush.number(area.height()))
                .append("\" viewBox=\"").append(SvgBrush.number(area.x())).append(' ')
                .append(SvgBrush.number(area.y())).append(' ').append(SvgBrush.number(area.width())).append(' ')
                .append(SvgBrush.number(area.height())).append("\">\n");
        PagePrinter.print(printed, area, new SvgBrush(out, pictures));
        return out.append("</svg>\n").toString();
    }

    private Svg() {}
}
