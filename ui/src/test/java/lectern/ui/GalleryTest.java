package lectern.ui;

import static lectern.ui.Screening.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ToggleButton;
import javafx.stage.Window;
import lectern.protocol.Role;
import lectern.resources.Language;
import lectern.ui.model.Connection;
import lectern.ui.model.Notices;
import lectern.ui.model.Person;
import lectern.ui.model.ScreenChoice;
import lectern.ui.model.ScreenChoice.Kind;
import lectern.ui.model.ScreenModel.Screen;
import lectern.ui.model.SettingsModel.Theme;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Takes a picture of each screen in each state, to be looked at (`ui/target/pictures`). What a machine can see, it
/// checks: the size is right, and there is something on it.
class GalleryTest {
    private static final List<String> NAMES = List.of("Alice Chen", "Ben Müller", "王芳", "김철수", "Sofía Álvarez",
            "Noah van den Berg", "Amina Yusuf", "Lukas Brandt", "Priya Raman", "李小龙", "Emma Johansson");

    private final Screening screening = new Screening();
    private final ScriptedClassroom classroom = screening.classroom;

    @AfterEach
    void close() { screening.close(); }

    @Test
    void home() {
        screening.open();
        shoot("home-light-en", 1440, 900);
        shoot("home-light-en-small", 1024, 640);
        onFx(() -> {
            classroom.model.settings.theme.set(Theme.DARK);
            classroom.model.settings.language.set(Language.CHINESE);
            classroom.model.home.title.set("代数 II · 二次函数");
            classroom.model.settings.name.set("王老师");
        });
        shoot("home-dark-zh", 1440, 900);
        onFx(() -> {
            classroom.model.settings.theme.set(Theme.LIGHT);
            classroom.model.settings.language.set(Language.ENGLISH);
            classroom.model.home.link.set("hello");
            classroom.model.home.joinProblem.set(Notices.LINK_UNREADABLE);
        });
        shoot("home-problem", 1280, 800);
    }

    @Test
    void lobby() {
        onFx(() -> {
            classroom.model.screen.set(Screen.LOBBY);
            classroom.model.lobby.title.set("Algebra II · Quadratic functions");
            classroom.model.lobby.name.set("Margaret Okafor");
            classroom.model.lobby.role.set(Role.TEACHER);
        });
        screening.open();
        shoot("lobby-light-en", 1440, 900);
        shoot("lobby-light-en-small", 1024, 640);
        shoot("lobby-light-en-large", 2560, 1440);
        onFx(() -> {
            classroom.model.settings.theme.set(Theme.DARK);
            classroom.model.settings.language.set(Language.CHINESE);
            classroom.model.devices.music.set(true);
        });
        shoot("lobby-dark-zh", 1440, 900);
        onFx(() -> {
            var devices = classroom.model.devices;
            classroom.model.settings.theme.set(Theme.LIGHT);
            classroom.model.settings.language.set(Language.ENGLISH);
            classroom.model.lobby.role.set(Role.STUDENT);
            devices.cameras.clear();
            devices.camera.set(null);
            devices.cameraProblem.set(Notices.CAMERA_NONE);
            devices.speakers.clear();
            devices.speaker.set(null);
            devices.speakerProblem.set(Notices.SPEAKER_NONE);
            devices.microphoneOn.set(false);
            classroom.model.lobby.problem.set(Notices.serverSilent("192.168.1.23"));
        });
        shoot("lobby-problems", 1280, 800);
        onFx(() -> {
            classroom.model.devices.cameraProblem.set(null);
            classroom.model.devices.cameraOn.set(false);
            classroom.model.lobby.entering.set(true);
        });
        shoot("lobby-entering", 1280, 800);
        onFx(() -> classroom.model.lobby.role.set(Role.WATCHER));
        shoot("lobby-watcher", 1280, 800);
    }

    @Test
    void classAlone() {
        onFx(() -> classroom.live("Margaret Okafor", Role.TEACHER));
        screening.open();
        shoot("class-1-light", 1440, 900);
        onFx(() -> classroom.model.lesson.connection.set(new Connection.Joining()));
        shoot("class-joining", 1280, 800);
    }

    @Test
    void classOfFive() {
        var people = classOf(5, Role.TEACHER);
        screening.open();
        shoot("class-5-light-en", 1440, 900);
        shoot("class-5-light-en-small", 1024, 640);
        shoot("class-5-light-en-large", 2560, 1440);
        onFx(() -> {
            classroom.model.settings.theme.set(Theme.DARK);
            classroom.model.settings.language.set(Language.CHINESE);
            classroom.model.lesson.title.set("代数 II · 二次函数");
        });
        shoot("class-5-dark-zh", 1440, 900);
        shoot("class-5-dark-zh-small", 1024, 640);
        onFx(() -> {
            people.get(1).screenOn.set(true);
            classroom.model.settings.language.set(Language.ENGLISH);
        });
        shoot("class-5-share-dark", 1440, 900);
        onFx(() -> classroom.model.settings.theme.set(Theme.LIGHT));
        shoot("class-5-share-light", 1440, 900);
    }

    @Test
    void classOfTwelve() {
        var people = classOf(12, Role.TEACHER);
        screening.open();
        shoot("class-12-light", 1440, 900);
        shoot("class-12-light-large", 2560, 1440);
        onFx(() -> {
            people.get(2).screenOn.set(true);
            classroom.model.settings.theme.set(Theme.DARK);
        });
        shoot("class-12-share-dark-small", 1024, 640);
    }

    @Test
    void studentWithNoPictureOnStage() {
        var people = classOf(3, Role.STUDENT);
        onFx(() -> people.get(0).cameraOn.set(false));
        screening.open();
        shoot("class-3-student-avatar", 1280, 800);
        onFx(() -> classroom.model.lesson.pinned.set("p1"));
        shoot("class-3-student-pinned", 1280, 800);
    }

    @Test
    void watcher() {
        classOf(4, Role.WATCHER);
        screening.open();
        shoot("class-watcher", 1280, 800);
    }

    @Test
    void reconnectingAndToasts() {
        var people = classOf(4, Role.STUDENT);
        onFx(() -> {
            people.get(1).away.set(true);
            people.get(2).bars.set(1);
            classroom.model.lesson.bars.set(1);
            classroom.model.lesson.roundTripMs.set(412);
            classroom.model.lesson.connection.set(new Connection.Reconnecting(Instant.now().minusSeconds(5)));
        });
        screening.open();
        onFx(() -> classroom.model.lesson.toasts
                .addAll(List.of(Notices.joined("王芳"), Notices.lineWeak(), Notices.linkCopied())));
        pause(700);
        shoot("class-reconnecting", 1280, 800);
    }

    @Test
    void ended() {
        classOf(3, Role.STUDENT);
        screening.open();
        onFx(() -> classroom.model.lesson.connection.set(new Connection.Ended(Notices.ENDED_BY_TEACHER)));
        shoot("class-ended", 1280, 800);
        onFx(() -> classroom.model.settings.theme.set(Theme.DARK));
        shoot("class-ended-dark", 1280, 800);
    }

    @Test
    void sheets() {
        classOf(3, Role.TEACHER);
        var slide = Scenery.slide(320, 180, 1);
        onFx(() -> classroom.screens = List.of(
                new ScreenChoice("s1", "Screen 1 · 2560×1440", Kind.SCREEN, thumbnail(slide)),
                new ScreenChoice("s2", "Screen 2 · 1920×1080", Kind.SCREEN, null),
                new ScreenChoice("w1", "Quadratic functions – LibreOffice Impress", Kind.WINDOW, thumbnail(slide)),
                new ScreenChoice("w2", "Terminal", Kind.WINDOW, null)));
        screening.open();
        screening.settle(1280, 800);
        onFx(() -> ((Button) screening.find("#share")).fire());
        screening.settle(1280, 800);
        onFx(() -> ((ToggleButton) screening.find(".screen-choice")).setSelected(true));
        shoot("share-sheet", 1280, 800);
        onFx(() -> classroom.model.settings.theme.set(Theme.DARK));
        shoot("share-sheet-dark", 1280, 800);
        onFx(() -> {
            classroom.stopSharing();
            ((Button) screening.find("#leave")).fire();
        });
        shoot("leave-sheet-dark", 1280, 800);
    }

    @Test
    void popovers() {
        classOf(3, Role.TEACHER);
        onFx(() -> {
            classroom.invite(Role.STUDENT, "Alice Chen");
            classroom.invite(Role.ASSISTANT, "王芳");
            classroom.invite(Role.WATCHER, "Maximilian Alexander von und zu Hohenzollern-Sigmaringen");
            classroom.invite(Role.STUDENT, "Ben Müller");
        });
        screening.open();
        for (var theme : List.of(Theme.LIGHT, Theme.DARK)) {
            onFx(() -> {
                classroom.model.settings.theme.set(theme);
                screening.stage().show();
            });
            for (var id : List.of("links", "settings")) {
                onFx(() -> ((Button) screening.find("#" + id)).fire());
                pause(400);
                var root = onFx(
                        () -> Window.getWindows().stream().filter(PopOver.class::isInstance).findFirst().orElseThrow()
                                .getScene().getRoot());
                var name = "popover-" + id + "-" + theme.toString().toLowerCase(Locale.ROOT);
                Screening.save(name, root, 0, 0);
                if (id.equals("links")) {
                    onFx(() -> root.lookupAll(".button").stream()
                            .filter(it -> "Revoke: 王芳".equals(it.getAccessibleText())).findFirst()
                            .ifPresent(it -> ((Button) it).fire()));
                    pause(200);
                    Screening.save(name + "-asking", root, 0, 0);
                }
                onFx(() -> ((Button) screening.find("#" + id)).fire());
                pause(300);
            }
        }
    }

    @Test
    void linksInChinese() {
        classOf(3, Role.TEACHER);
        onFx(() -> {
            classroom.invite(Role.STUDENT, "陈小明");
            classroom.invite(Role.ASSISTANT, "王芳");
            classroom.model.settings.language.set(Language.CHINESE);
            classroom.model.settings.theme.set(Theme.DARK);
        });
        screening.open();
        onFx(() -> {
            screening.stage().show();
            ((Button) screening.find("#links")).fire();
        });
        pause(400);
        var root = onFx(() -> Window.getWindows().stream().filter(PopOver.class::isInstance).findFirst().orElseThrow()
                .getScene().getRoot());
        Screening.save("popover-links-zh-dark", root, 0, 0);
    }

    @Test
    void menus() {
        classOf(3, Role.TEACHER);
        screening.open();
        for (var theme : List.of(Theme.LIGHT, Theme.DARK)) {
            onFx(() -> {
                classroom.model.settings.theme.set(theme);
                screening.stage().show();
            });
            for (var id : List.of("microphone-devices", "leave-more")) {
                onFx(() -> ((Button) screening.find("#" + id)).fire());
                pause(200);
                var menu = onFx(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance).findFirst()
                        .orElseThrow());
                Screening.save("menu-" + id + "-" + theme.toString().toLowerCase(Locale.ROOT),
                        menu.getScene().getRoot(), 0, 0);
                onFx(menu::hide);
            }
        }
    }

    @Test
    void ownShare() {
        classOf(4, Role.TEACHER);
        onFx(() -> classroom.share(new ScreenChoice("s1", "Screen 1", Kind.SCREEN, null)));
        screening.open();
        shoot("class-own-share", 1280, 800);
    }

    private List<Person> classOf(int count, Role own) {
        var people = new ArrayList<Person>();
        onFx(() -> {
            boolean teaches = own == Role.TEACHER;
            if (!teaches) people.add(classroom.comes("p0", "Margaret Okafor", Role.TEACHER));
            classroom.live(teaches ? "Margaret Okafor" : own == Role.WATCHER ? "Ms. Chen" : "Jonas Weber", own);
            int others = count - (teaches ? 1 : 2);
            for (int i = 0; i < others; i++) people.add(classroom.comes("p" + (i + 1), NAMES.get(i), Role.STUDENT));
            if (teaches) classroom.comes("w", "Parent of Ben", Role.WATCHER);
            people.get(0).speaking.set(true);
            for (int i = 1; i < people.size(); i += 2) people.get(i).microphoneOn.set(false);
            if (people.size() > 3) {
                people.get(3).cameraOn.set(false);
                people.get(2).bars.set(2);
            }
        });
        return people;
    }

    private void shoot(String name, int width, int height) {
        var picture = screening.picture(name, width, height);
        assertEquals(width, picture.getWidth());
        assertEquals(height, picture.getHeight());
        assertTrue(colours(picture) > 60, name + " is blank");
    }

    private static int colours(BufferedImage picture) {
        var seen = new HashSet<Integer>();
        for (int y = 0; y < picture.getHeight(); y += 3)
            for (int x = 0; x < picture.getWidth(); x += 3) seen.add(picture.getRGB(x, y));
        return seen.size();
    }

    private static ScreenChoice.Thumbnail thumbnail(BufferedImage image) {
        ByteBuffer bgra = Scenery.bgra(image);
        return new ScreenChoice.Thumbnail(bgra, image.getWidth(), image.getHeight());
    }

    /// Real time for an animation; nothing is measured by it.
    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
