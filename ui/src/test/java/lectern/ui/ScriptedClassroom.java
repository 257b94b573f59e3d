package lectern.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lectern.protocol.InvitationId;
import lectern.protocol.ParticipantId;
import lectern.protocol.PersonalLink;
import lectern.protocol.Role;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.PageId;
import lectern.ui.board.ScriptedDeck;
import lectern.ui.board.ScriptedFiles;
import lectern.ui.model.BoardFiles;
import lectern.ui.model.Choice;
import lectern.ui.model.Classroom;
import lectern.ui.model.Connection;
import lectern.ui.model.EarlierLesson;
import lectern.ui.model.ExportFormat;
import lectern.ui.model.Lessons;
import lectern.ui.model.Notices;
import lectern.ui.model.Person;
import lectern.ui.model.Prepared;
import lectern.ui.model.ScreenChoice;
import lectern.ui.model.ScreenModel;
import lectern.ui.model.SettingsModel;
import lectern.ui.model.View;
import org.jspecify.annotations.Nullable;

/// A classroom without network or devices: writes down what it was asked and fulfils it in the models at once.
final class ScriptedClassroom implements Classroom {
    final List<String> calls = new ArrayList<>();
    final ScreenModel model = new ScreenModel();
    final ScriptedFiles documents = ScriptedDeck.files();
    final Map<AssetId, byte[]> files = documents.assets;
    List<View> watched = List.of();
    private int invited;
    List<ScreenChoice> screens = List.of();

    ScriptedClassroom() {
        var devices = model.devices;
        devices.cameras.setAll(new Choice("c1", "Logitech C920 HD Pro"), new Choice("c2", "Integrated Camera"));
        devices.microphones.setAll(new Choice("m1", "Built-in Audio Analog Stereo"), new Choice("m2", "Yeti Nano"));
        devices.speakers.setAll(new Choice("s1", "Built-in Audio Analog Stereo"));
        devices.camera.set(devices.cameras.getFirst());
        devices.microphone.set(devices.microphones.getFirst());
        devices.speaker.set(devices.speakers.getFirst());
        devices.level.set(0.3);
        model.settings.theme.set(SettingsModel.Theme.LIGHT);
    }

    Person comes(String id, String name, Role role) {
        var person = new Person(id, name, role, false);
        person.microphoneOn.set(true);
        person.cameraOn.set(true);
        model.lesson.people.add(person);
        return person;
    }

    Person self(String name, Role role) {
        model.lesson.role.set(role);
        var self = new Person("self", name, role, true);
        self.microphoneOn.bind(model.devices.microphoneOn);
        self.cameraOn.bind(model.devices.cameraOn);
        model.lesson.people.add(self);
        return self;
    }

    /// The board of that class, with so many pages.
    ScriptedBoard board(int pages) { return new ScriptedBoard(model.lesson, model.lesson.role.get(), pages); }

    /// A live class with us in it.
    Person live(String name, Role role) {
        var self = self(name, role);
        var lesson = model.lesson;
        lesson.title.set("Algebra II · Quadratic functions");
        lesson.liveSince.set(Instant.now().minusSeconds(42 * 60 + 17));
        lesson.enteredAt.set(lesson.liveSince.get());
        lesson.connection.set(new Connection.Live());
        lesson.bars.set(4);
        lesson.roundTripMs.set(24);
        if (role == Role.TEACHER) {
            lesson.studentLink.set("https://192.168.1.23:8443/j/st-7Qm2xP4vK9#fp=9f2c41d07be6");
            lesson.watcherLink.set("https://192.168.1.23:8443/j/wa-3Hn8sL1cZ5#fp=9f2c41d07be6");
        }
        model.screen.set(ScreenModel.Screen.CLASS);
        return self;
    }

    @Override
    public void startClass(String title, String name) {
        calls.add("startClass " + title + " / " + name);
        model.lobby.title.set(title);
        model.lobby.name.set(name);
        model.lobby.role.set(Role.TEACHER);
        model.screen.set(ScreenModel.Screen.LOBBY);
    }

    @Override
    public Lessons lessons() { return lessons; }

    @Override
    public ScriptedLibrary library() { return library; }

    final ScriptedLibrary library = new ScriptedLibrary(model, calls);

    @Override
    public void importMaterials(List<Prepared> materials, @Nullable PageId after) {
        calls.add("importMaterials " + materials.stream().map(ScriptedLibrary::said).toList()
                + (after == null ? "" : " after " + after));
    }

    @Override
    public void handOut(Prepared page, @Nullable Set<ParticipantId> to) {
        calls.add("handOut " + ScriptedLibrary.said(page) + " to "
                + (to == null ? "all" : new TreeSet<>(to.stream().map(ParticipantId::value).toList())));
    }

    private final Lessons lessons = new Lessons() {
        @Override
        public void goOn(EarlierLesson lesson, String name) {
            calls.add("goOn " + lesson.room() + " / " + name);
            model.lobby.title.set(lesson.title());
            model.lobby.role.set(Role.TEACHER);
            model.screen.set(ScreenModel.Screen.LOBBY);
        }

        @Override
        public void rename(EarlierLesson lesson, String title) {
            calls.add("rename " + lesson.room() + " / " + title);
            model.home.earlier.replaceAll(it -> it.equals(lesson)
                    ? new EarlierLesson(it.room(), title, it.since(), it.length(), it.pages(), it.bytes(),
                            it.unfinished())
                    : it);
        }

        @Override
        public void delete(EarlierLesson lesson) {
            calls.add("delete " + lesson.room());
            model.home.earlier.remove(lesson);
            model.home.deleted.set(lesson);
        }

        @Override
        public void restore(EarlierLesson lesson) {
            calls.add("restore " + lesson.room());
            model.home.earlier.addFirst(lesson);
        }

        @Override
        public void showFolder(EarlierLesson lesson) { calls.add("showFolder " + lesson.room()); }
    };

    @Override
    public void openLink(String link, String name) {
        calls.add("openLink " + link + " / " + name);
        if (!link.startsWith("https://")) {
            model.home.joinProblem.set(Notices.LINK_UNREADABLE);
            return;
        }
        model.lobby.name.set(name);
        model.lobby.role.set(Role.STUDENT);
        model.screen.set(ScreenModel.Screen.LOBBY);
    }

    @Override
    public void enter() {
        calls.add("enter " + model.lobby.name.get());
        live(model.lobby.name.get(), model.lobby.role.get());
    }

    @Override
    public void goHome() {
        calls.add("goHome");
        model.lesson.reset();
        model.screen.set(ScreenModel.Screen.HOME);
    }

    @Override
    public void chooseCamera(Choice camera) {
        calls.add("chooseCamera " + camera.id());
        model.devices.camera.set(camera);
    }

    @Override
    public void chooseMicrophone(Choice microphone) {
        calls.add("chooseMicrophone " + microphone.id());
        model.devices.microphone.set(microphone);
    }

    @Override
    public void chooseSpeaker(Choice speaker) {
        calls.add("chooseSpeaker " + speaker.id());
        model.devices.speaker.set(speaker);
    }

    @Override
    public void music(boolean on) {
        calls.add("music " + on);
        model.devices.music.set(on);
    }

    @Override
    public void microphone(boolean on) {
        calls.add("microphone " + on);
        model.devices.microphoneOn.set(on);
    }

    @Override
    public void camera(boolean on) {
        calls.add("camera " + on);
        model.devices.cameraOn.set(on);
    }

    @Override
    public void talkWhileHeld(boolean held) { calls.add("talkWhileHeld " + held); }

    @Override
    public void listScreens() {
        calls.add("listScreens");
        model.devices.screens.setAll(screens);
    }

    @Override
    public void stopListingScreens() { calls.add("stopListingScreens"); }

    @Override
    public void share(ScreenChoice screen) {
        calls.add("share " + screen.id());
        model.devices.sharing.set(screen);
        model.lesson.self().orElseThrow().screenOn.set(true);
    }

    @Override
    public void stopSharing() {
        calls.add("stopSharing");
        model.devices.sharing.set(null);
        model.lesson.self().orElseThrow().screenOn.set(false);
    }

    @Override
    public void watch(List<View> views) {
        calls.add("watch " + views.size());
        watched = views;
    }

    @Override
    public void leave() {
        calls.add("leave");
        model.lesson.connection.set(new Connection.Ended(Notices.ENDED_LEFT));
    }

    @Override
    public void endForAll() {
        calls.add("endForAll");
        model.lesson.connection.set(new Connection.Ended(Notices.ENDED_BY_TEACHER));
    }

    @Override
    public void removeParticipant(String id) {
        calls.add("removeParticipant " + id);
        model.lesson.people.removeIf(person -> person.id.equals(id));
    }

    @Override
    public void replaceLink(Role role) { calls.add("replaceLink " + role); }

    @Override
    public void invite(Role role, String name) {
        calls.add("invite " + role + " " + name);
        var id = new InvitationId("i" + ++invited);
        model.lesson.personalLinks.add(new PersonalLink(id, role, name,
                "https://192.168.1.23:8443/j/pe-" + id + "-8Zr#fp=9f2c41d07be6", Instant.now().plusSeconds(36_000)));
    }

    @Override
    public void revokeInvitation(InvitationId id) {
        calls.add("revokeInvitation " + id);
        model.lesson.personalLinks.removeIf(link -> link.id().equals(id));
    }

    @Override
    public void retryNow() { calls.add("retryNow"); }

    @Override
    public BoardFiles files() { return documents; }

    @Override
    public void importFiles(List<Path> files, @Nullable PageId after) {
        calls.add("importFiles " + files + (after == null ? "" : " after " + after));
    }

    @Override
    public void openAddress(String address) { calls.add("openAddress " + address); }

    @Override
    public void export(ExportFormat format, List<PageId> pages, Path target) {
        calls.add("export " + format + " " + pages + " " + target);
    }
}
