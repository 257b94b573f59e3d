package lectern.materials;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/// Decks for the tests: written as LibreOffice's flat format and made by it into what teachers have.
final class DeckSamples {
    private static final String NAMES = """
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
            xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
            xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"
            xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
            xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
            xmlns:xlink="http://www.w3.org/1999/xlink"
            """;
    private static final String HEAD = "<?xml version='1.0' encoding='UTF-8'?>\n<office:document " + NAMES
            + """
                    office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation">
                    <office:styles>
                     <draw:gradient draw:name="sky" draw:style="linear" draw:start-color="#2050a0" draw:end-color="#f0f0ff"
                      draw:angle="0deg"/>
                    </office:styles>
                    <office:automatic-styles>
                     <style:page-layout style:name="wide"><style:page-layout-properties fo:page-width="28cm"
                      fo:page-height="15.75cm" fo:margin="0cm" style:print-orientation="landscape"/></style:page-layout>
                     <style:style style:name="plain" style:family="graphic"><style:graphic-properties draw:fill="none"
                      draw:stroke="none" draw:auto-grow-height="false"/></style:style>
                     <style:style style:name="red" style:family="graphic"><style:graphic-properties draw:fill="solid"
                      draw:fill-color="#cc2222" draw:opacity="50%" draw:stroke="none"/></style:style>
                     <style:style style:name="blue" style:family="graphic"><style:graphic-properties draw:fill="solid"
                      draw:fill-color="#2244cc" draw:opacity="50%" svg:stroke-color="#000000"
                      svg:stroke-width="0.1cm"/></style:style>
                     <style:style style:name="faded" style:family="graphic"><style:graphic-properties draw:fill="gradient"
                      draw:fill-gradient-name="sky" draw:stroke="none"/></style:style>
                     <style:style style:name="large" style:family="text"><style:text-properties
                      fo:font-family="DejaVu Sans" fo:font-size="32pt"/></style:style>
                     <style:style style:name="body" style:family="text"><style:text-properties
                      fo:font-family="DejaVu Sans" fo:font-size="18pt"/></style:style>
                     <style:style style:name="bold" style:family="text"><style:text-properties
                      fo:font-family="DejaVu Serif" fo:font-size="18pt" fo:font-weight="bold" fo:color="#aa0000"
                      style:text-underline-style="solid"/></style:style>
                     <style:style style:name="han" style:family="text"><style:text-properties
                      style:font-family-asian="Noto Sans CJK SC" fo:font-family="Noto Sans CJK SC" fo:font-size="28pt"
                      style:font-size-asian="28pt"/></style:style>
                     <style:style style:name="gone" style:family="text"><style:text-properties
                      fo:font-family="Gill Sans Nova" fo:font-size="18pt"/></style:style>
                     <style:style style:name="cell" style:family="table-cell"><style:graphic-properties draw:fill="solid"
                      draw:fill-color="#ddeeff"/><style:paragraph-properties fo:border="0.03cm solid #000000"/></style:style>
                    </office:automatic-styles>
                    <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="wide"/></office:master-styles>
                    <office:body><office:presentation>
                    """;
    private static final String FOOT = "</office:presentation></office:body></office:document>\n";

    static String page(String name, String content) {
        return "<draw:page draw:name='" + name + "' draw:master-page-name='Standard'>" + content + "</draw:page>\n";
    }

    static String text(double x, double y, double width, double height, String paragraphs) {
        return "<draw:frame draw:style-name='plain' svg:x='" + x + "cm' svg:y='" + y + "cm' svg:width='" + width
                + "cm' svg:height='" + height + "cm'><draw:text-box>" + paragraphs + "</draw:text-box></draw:frame>";
    }

    static String line(String style, String words) {
        return "<text:p><text:span text:style-name='" + style + "'>" + words + "</text:span></text:p>";
    }

    static String shape(String kind, String style, double x, double y, double width, double height, double degrees) {
        // ODF turns about the page's corner, against the clock.
        String place = degrees == 0
                ? "svg:x='" + x + "cm' svg:y='" + y + "cm'"
                : "draw:transform='rotate(" + Math.toRadians(-degrees) + ") translate(" + x + "cm " + y + "cm)'";
        return "<draw:" + kind + " draw:style-name='" + style + "' " + place + " svg:width='" + width
                + "cm' svg:height='" + height + "cm'/>";
    }

    static String picture(double x, double y, double width, double height, byte[] bytes) {
        return "<draw:frame draw:style-name='plain' svg:x='" + x + "cm' svg:y='" + y + "cm' svg:width='" + width
                + "cm' svg:height='" + height + "cm'><draw:image><office:binary-data>"
                + Base64.getMimeEncoder().encodeToString(bytes) + "</office:binary-data></draw:image></draw:frame>";
    }

    static String notes(String words) {
        return "<presentation:notes><draw:frame presentation:class='notes' svg:x='2cm' svg:y='14cm' svg:width='15cm'"
                + " svg:height='10cm'><draw:text-box><text:p>" + words
                + "</text:p></draw:text-box></draw:frame></presentation:notes>";
    }

    static String table() {
        var rows = new StringBuilder();
        for (int row = 0; row < 3; row++) {
            rows.append("<table:table-row>");
            for (int column = 0; column < 3; column++)
                rows.append("<table:table-cell table:style-name='cell'>").append(line("body", row + " × " + column))
                        .append("</table:table-cell>");
            rows.append("</table:table-row>");
        }
        return "<draw:frame svg:x='3cm' svg:y='3cm' svg:width='20cm' svg:height='6cm'><table:table>"
                + "<table:table-column/><table:table-column/><table:table-column/>" + rows
                + "</table:table></draw:frame>";
    }

    static byte[] photo(int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.WHITE);
        graphics.fillOval(width / 4, height / 4, width / 3, height / 3);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    static Path flat(Path file, String... pages) throws IOException {
        return Files.writeString(file, HEAD + String.join("", pages) + FOOT);
    }

    /// A deck of what lessons are made of.
    static Path lesson(Path file) throws IOException {
        return flat(file,
                page("words", text(2, 1, 24, 2.5, line("large", "Fractions and decimals"))
                        + text(2, 4, 24, 9, line("body",
                                "The quick brown fox jumps over the lazy dog, and then it does so again until the line is full.")
                                + line("body", "One half is ½, the sum is ∑ and a circle has πr².")
                                + line("bold", "Bold, serif, red and underlined."))
                        + notes("Ask what a half is. 问：一半是什么？")),
                page("shapes", shape("rect", "red", 4, 3, 8, 6, 0) + shape("rect", "blue", 8, 5, 8, 6, 0)
                        + shape("ellipse", "faded", 18, 3, 7, 5, 0) + shape("rect", "blue", 20, 9, 5, 3, 30)),
                page("picture",
                        picture(3, 2, 12, 9, photo(640, 480, "jpg")) + picture(17, 4, 6, 6, photo(200, 200, "png"))
                                + text(3, 12, 20, 2, line("body", "A photo and a drawing"))),
                page("han", text(2, 1, 24, 3, line("han", "分数与小数：二分之一"))
                        + text(2, 5, 24, 5, line("han", "学而时习之，不亦说乎？有朋自远方来，不亦乐乎？人不知而不愠，不亦君子乎？"))),
                page("table", table() + text(3, 11, 20, 2, line("gone", "In a font that nobody has"))));
    }

    /// By LibreOffice, as teachers do.
    static Path converted(Path file, String to) throws Exception {
        Path folder = Files.createTempDirectory(file.toAbsolutePath().getParent(), "office");
        var process = new ProcessBuilder(Office.installed().orElseThrow().toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless", "--norestore",
                "--convert-to", to, "--outdir", folder.toString(), file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) process.destroyForcibly();
        String name = file.getFileName().toString();
        Path made = folder.resolve(name.substring(0, name.lastIndexOf('.') + 1) + to);
        if (!Files.exists(made)) throw new IOException("LibreOffice made no " + made);
        return made;
    }

    /// A copy with some parts written anew; a part that isn't there yet is added.
    static Path changed(Path file, Path to, Map<String, UnaryOperator<String>> changes) throws IOException {
        var left = new HashMap<>(changes);
        try (var in = new ZipFile(file.toFile()); var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (var entries = in.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                var change = left.remove(entry.getName());
                if (change != null)
                    bytes = change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
            }
            for (var fresh : left.entrySet()) {
                out.putNextEntry(new ZipEntry(fresh.getKey()));
                out.write(fresh.getValue().apply("").getBytes(StandardCharsets.UTF_8));
            }
        }
        return to;
    }

    private DeckSamples() {}
}
