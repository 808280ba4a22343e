// The journal's files: loaded once through IDBFS, written by js/journal_store.js in IDBFS's format.
mergeInto(LibraryManager.library, {
    web_journal_load__deps: ["$FS", "$IDBFS", "$deliver"],
    web_journal_load: function (timeout_millis) {
        var directory = "/data";
        var answered = false;
        var answer = function (problem) {
            if (answered) return;
            answered = true;
            stop_waiting();
            // js/journal_store.js has a connection of its own, which closes when the browser asks;
            // one that stays open here would block other versions and clearing.
            if (IDBFS.dbs[directory]) IDBFS.dbs[directory].close();
            delete IDBFS.dbs[directory];
            if (problem) Module["host"]["journal"]["refuse"]("could not be read: " + problem);
            deliver("web_on_journal_loaded", [problem ? 0 : 1], []);
        };
        // IDBFS does not call back after some failures.
        var stop_waiting = Module["host"]["patience"]["lose_after"](
            timeout_millis, function () { answer("no answer"); });
        try {
            if (!FS.analyzePath(directory).exists) {
                FS.mkdir(directory);
                FS.mount(IDBFS, {}, directory);
            }
            FS.syncfs(true, function (error) {
                answer(error === null || error === undefined ? "" : String(error));
            });
        } catch (error) {
            answer(String(error));
        }
    },

    $commit_files: { put: [], remove: [] },
    web_commit_put__deps: ["$commit_files", "$take_text", "$take_bytes"],
    web_commit_put: function (path, path_length, bytes, length) {
        commit_files.put.push([take_text(path, path_length), take_bytes(bytes, length)]);
    },
    web_commit_remove__deps: ["$commit_files", "$take_text"],
    web_commit_remove: function (path, length) {
        commit_files.remove.push(take_text(path, length));
    },
    web_commit_send__deps: ["$commit_files", "$deliver"],
    web_commit_send: function (number) {
        var put = commit_files.put;
        var remove = commit_files.remove;
        commit_files.put = [];
        commit_files.remove = [];
        Module["host"]["journal"]["commit"](put, remove).then(function (outcome) {
            deliver("web_on_commit", [number], [outcome["code"], outcome["detail"]]);
        });
    },
    web_take_over_writing: function () {
        Module["host"]["writer_lock"]["take_over"]();
    },
});
