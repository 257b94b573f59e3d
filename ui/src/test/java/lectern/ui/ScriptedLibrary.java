package lectern.ui;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import lectern.resources.Phrase;
import lectern.ui.model.Library;
import lectern.ui.model.LibraryModel;
import lectern.ui.model.Material;
import lectern.ui.model.MaterialKind;
import lectern.ui.model.Place;
import lectern.ui.model.Prepared;
import lectern.ui.model.Preview;
import lectern.ui.model.ScreenModel;
import org.jspecify.annotations.Nullable;

/// A library without a disk: writes down what it was asked and fulfils it in the model at once.
final class ScriptedLibrary implements Library {
    static final Path ROOT = Path.of("/home/okafor/School");

    final Map<Path, Preview> previews = new HashMap<>();
    final List<Material> all = new ArrayList<>();
    private final ScreenModel screens;
    private final LibraryModel model;
    private final List<String> calls;
    private @Nullable Runnable undo;

    ScriptedLibrary(ScreenModel screens, List<String> calls) {
        this.screens = screens;
        this.model = screens.library;
        this.calls = calls;
    }

    /// A file that is there, with so many pages.
    Path has(String name, int pages, long bytes, Instant changed) { return has(ROOT, name, pages, bytes, changed); }

    Path has(Path folder, String name, int pages, long bytes, Instant changed) {
        Path file = folder.resolve(name);
        var kind = MaterialKind.of(file).orElseThrow();
        all.add(new Material(file, kind, bytes, changed));
        byte[] picture = kind == MaterialKind.CLIP ? new byte[0] : paper(name, 0, kind == MaterialKind.DECK);
        previews.put(file, new Preview(false, bytes, changed, pages, picture, null, null));
        return file;
    }

    void refuses(Path file, Phrase why) {
        var before = previews.get(file);
        previews.put(file, new Preview(false, before.bytes(), before.changed(), 0, new byte[0], why, null));
    }

    static String said(Prepared one) {
        return one.file().getFileName() + (one.hidden().isEmpty() ? "" : " hidden " + new TreeSet<>(one.hidden()))
                + (one.leftOut().isEmpty() ? "" : " without " + new TreeSet<>(one.leftOut()));
    }

    @Override
    public void open() {
        calls.add("library");
        screens.screen.set(ScreenModel.Screen.LIBRARY);
    }

    @Override
    public void refresh() {
        show();
        model.readings.set(model.readings.get() + 1);
    }

    @Override
    public void go(Place place) {
        calls.add("go " + (place instanceof Place.Folder(var _, var at) ? at.getFileName() : "recent"));
        model.place.set(place);
        model.sought.set("");
        show();
    }

    void show() {
        if (!(model.place.get() instanceof Place.Folder(var _, var at))) return;
        model.files.setAll(all.stream().filter(it -> it.file().getParent().equals(at)).toList());
        model.subfolders.setAll(all.stream().map(it -> it.file().getParent())
                .filter(it -> it.startsWith(at) && it.getNameCount() == at.getNameCount() + 1).distinct().toList());
    }

    @Override
    public void addFolder(Path folder) {
        calls.add("addFolder " + folder.getFileName());
        model.folders.add(folder);
        go(new Place.Folder(folder, folder));
    }

    @Override
    public void removeFolder(Path folder) {
        calls.add("removeFolder " + folder.getFileName());
        model.folders.remove(folder);
        undo = () -> model.folders.add(folder);
        model.removed.set(Phrase.of("library.removed.folder", folder.getFileName().toString()));
    }

    @Override
    public void search(String words) {
        model.sought.set(words);
        model.foundByName.setAll(words.isEmpty()
                ? List.of()
                : all.stream().filter(it -> it.name().toLowerCase().contains(words.toLowerCase())).toList());
    }

    @Override
    public void pauseTexts(boolean paused) {
        calls.add("pauseTexts " + paused);
        model.textsPaused.set(paused);
    }

    @Override
    public CompletableFuture<Preview> preview(Path file) {
        return CompletableFuture.completedFuture(previews.getOrDefault(file, Preview.MISSING));
    }

    @Override
    public CompletableFuture<byte[]> picture(Path file, int page) {
        return CompletableFuture.completedFuture(paper(file.getFileName().toString(), page,
                MaterialKind.of(file).orElseThrow() == MaterialKind.DECK));
    }

    @Override
    public void prepare(List<Path> files, int index) {
        calls.add("prepare " + files.stream().map(Path::getFileName).toList() + " at " + index);
        var now = new ArrayList<>(model.list());
        now.addAll(Math.min(index, now.size()), files.stream().map(Prepared::whole).toList());
        put(now);
    }

    @Override
    public void move(int from, int to) {
        calls.add("move " + from + " to " + to);
        var now = new ArrayList<>(model.list());
        now.add(to, now.remove(from));
        put(now);
    }

    @Override
    public void change(int index, Prepared next) {
        calls.add("change " + index + ": " + said(next));
        var now = new ArrayList<>(model.list());
        now.set(index, next);
        put(now);
    }

    @Override
    public void remove(Set<Integer> indices) {
        calls.add("remove " + new TreeSet<>(indices));
        var before = model.list();
        var now = new ArrayList<>(before);
        for (int index : new TreeSet<>(indices).descendingSet()) now.remove(index);
        put(now);
        undo = () -> put(before);
        model.removed.set(Phrase.of("library.removed.some", indices.size()));
    }

    @Override
    public void found(Path before, Path now) {
        calls.add("found " + before.getFileName() + " as " + now.getFileName());
        put(model.list().stream().map(it -> it.file().equals(before) ? it.at(now) : it).toList());
    }

    @Override
    public void undo() {
        calls.add("undo");
        model.removed.set(null);
        if (undo != null) undo.run();
    }

    @Override
    public void showInFolder(Path file) { calls.add("showInFolder " + file.getFileName()); }

    void put(List<Prepared> list) {
        if (list.isEmpty()) model.lists.remove(model.room.get());
        else model.lists.put(model.room.get(), List.copyOf(list));
    }

    /// A page with a heading and lines, so that a picture of the screen shows something.
    static byte[] paper(String name, int page, boolean slide) {
        int width = slide ? 360 : 255, height = slide ? 203 : 360;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        var colour = Color.getHSBColor(Math.floorMod(name.hashCode(), 100) / 100f, 0.5f, 0.65f);
        g.setColor(colour);
        if (slide) g.fillRect(0, 0, width, 46);
        g.setColor(slide ? Color.WHITE : colour);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, slide ? 20 : 16));
        String title = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        g.drawString(title.length() > 26 ? title.substring(0, 26) : title, 18, slide ? 31 : 36);
        g.setColor(new Color(0xb9c0cc));
        for (int line = 0; line * 13 + 62 < height - 20; line++)
            g.fillRoundRect(18, 62 + line * 13, width - 36 - (line * 37 + page * 23) % 90, 5, 4, 4);
        g.setColor(new Color(0x8a93a3));
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
        g.drawString(Integer.toString(page + 1), width - 26, height - 8);
        g.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
