package lectern.app;

import lectern.ui.model.ScreenModel.Screen;
import org.jspecify.annotations.Nullable;

/// The window: at home, or with a link in the lobby, or with a link and a name in the class.
final class WindowCommand {
    static int run(Command.Window command, Lifetime lifetime) throws InterruptedException {
        var hosting = new Hosting(ServerCommand.settings(command.host(), Folders.ofThisSystem()));
        try (var _ = Desktop.open(command.look(), Sources.devices(), hosting, Folders.ofThisSystem(), lifetime)) {
            lifetime.await(0);
        }
        return 0;
    }

    static int run(Command.Join command, Lifetime lifetime) throws InterruptedException {
        var hosting = new Hosting(
                ServerCommand.settings(new Command.Host(null, 0, null, null), Folders.ofThisSystem()));
        try (var desktop = Desktop.open(command.look(), Sources.of(command), hosting, Folders.ofThisSystem(),
                lifetime)) {
            Desktop.onFx(() -> {
                desktop.classroom.openLink(command.link().toString(), command.name() == null ? "" : command.name());
                return true;
            });
            if (command.name() != null) Desktop.onFx(() -> {
                desktop.classroom.enter();
                return true;
            });
            lifetime.await(command.seconds());
            finish(desktop, command.outputs());
            return Desktop.onFx(() -> command.name() == null || desktop.model.screen.get() == Screen.CLASS) ? 0 : 1;
        }
    }

    /// Writes what was asked for. Returns the report, where there is a class to report on.
    static @Nullable Report finish(Desktop desktop, Command.Outputs outputs) {
        var live = Desktop.onFx(desktop.classroom::live);
        var report = live == null ? null : live.report().join();
        if (outputs.report() != null && report != null) report.write(outputs.report());
        if (outputs.screenshot() != null) desktop.screenshot(outputs.screenshot());
        return report;
    }

    private WindowCommand() {}
}
