#include "shell/views/kit_cards.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string_view>

#include "core/domain/kit/kit.h"
#include "core/domain/number_text.h"

namespace atrium::shell {

namespace {

using domain::kit::KitFile;

void make_again(View& view) {
    KitMemory& kit = view.memory.kit;
    const auto& history = view.engine.store().history();
    if (kit.history == history.size() && kit.day == view.context.today.days) {
        return;
    }
    kit = KitMemory{.history = history.size(),
                    .day = view.context.today.days,
                    .shown = kit.shown,
                    .shown_file = kit.shown_file,
                    .blueprint_tab = kit.blueprint_tab};
    Result<std::vector<KitFile>> files =
        domain::kit::launch_kit({view.workspace, *view.project, history, view.context});
    if (!files) {
        kit.problem = files.error().message;
        return;
    }
    kit.files = std::move(files).value();
    kit.community = domain::kit::community_of(*view.workspace.profile, *view.project);
    Result<std::string> zip = domain::kit::launch_kit_zip(kit.files, view.context);
    if (zip) {
        kit.zip = std::move(zip).value();
    } else {
        kit.problem = zip.error().message;
    }
}

std::size_t count_of(const std::string& text, std::string_view wanted) {
    std::size_t count = 0;
    for (std::size_t at = text.find(wanted); at != std::string::npos;
         at = text.find(wanted, at + wanted.size())) {
        ++count;
    }
    return count;
}

// Puts cards together from the files that there are.
class Cards {
 public:
    explicit Cards(const std::vector<KitFile>& files) : files_(files) {}

    // Null when none of the paths is in the kit.
    KitCard* add(std::string key,
                 std::string title,
                 std::string note,
                 KitPicture picture,
                 std::initializer_list<std::string_view> paths) {
        KitCard card{std::move(key), std::move(title), std::move(note), picture, {}, "", Tone::Sun};
        for (const KitFile& file : files_) {
            if (std::find(paths.begin(), paths.end(), file.path) != paths.end()) {
                card.files.push_back(&file);
            }
        }
        return keep(std::move(card));
    }

    // Without an audience there are figures to look at and no months yet.
    void add_forecast() {
        const bool counted = std::any_of(files_.begin(), files_.end(), [](const KitFile& file) {
            return file.path == "forecast.csv";
        });
        add("forecast",
            counted ? "forecast.csv" : "forecast-figures.csv",
            counted ? "12 months, three cases, sources" : "Its sources; your audience is missing",
            counted ? KitPicture::Chart : KitPicture::Rows,
            {"forecast.csv", "forecast-figures.csv"});
    }

    KitCard* add_documents(const domain::Formats& formats) {
        KitCard card{"documents",
                     "",
                     "Markdown, as you edited them",
                     KitPicture::Stack,
                     {},
                     "",
                     Tone::Warning};
        for (const KitFile& file : files_) {
            if (file.path.starts_with("documents/")) {
                card.files.push_back(&file);
            }
        }
        card.title = "documents, " +
                     domain::count_text(
                         static_cast<std::int64_t>(card.files.size()), "file", "files", formats);
        return keep(std::move(card));
    }

    std::vector<KitCard> take() { return std::move(cards_); }

 private:
    KitCard* keep(KitCard card) {
        if (card.files.empty()) {
            return nullptr;
        }
        cards_.push_back(std::move(card));
        return &cards_.back();
    }

    const std::vector<KitFile>& files_;
    std::vector<KitCard> cards_;
};

std::string community_note(const domain::kit::Community& community,
                           const domain::Formats& formats) {
    return domain::count_text(
               static_cast<std::int64_t>(community.places.size()), "place", "places", formats) +
           ", " +
           domain::count_text(
               static_cast<std::int64_t>(community.roles.size()), "role", "roles", formats);
}

void mark_calendar(const View& view, KitCard* card) {
    if (card == nullptr) {
        return;
    }
    const auto dates = static_cast<std::int64_t>(count_of(card->files[0]->bytes, "BEGIN:VEVENT"));
    card->note = domain::count_text(dates, "date", "dates", view.formats);
    if (domain::target_date(*view.project)) {
        card->note += ", 30-day run-book";
    } else {
        card->badge = "No launch day yet";
    }
}

}  // namespace

std::vector<KitCard> kit_cards(View& view) {
    make_again(view);
    const KitMemory& kit = view.memory.kit;
    Cards cards(kit.files);
    cards.add("plan",
              "plan.html and plan.md",
              "The whole plan, printable",
              KitPicture::Page,
              {"plan.md", "plan.html"});
    const auto tasks = static_cast<std::int64_t>(view.derived.tasks.size());
    cards.add("tasks",
              "tasks.csv",
              domain::count_text(tasks, "task", "tasks", view.formats) + " with hours and dates",
              KitPicture::Rows,
              {"tasks.csv"});
    mark_calendar(
        view, cards.add("calendar", "calendar.ics", "", KitPicture::Calendar, {"calendar.ics"}));
    cards.add_forecast();
    cards.add("blueprint",
              "community-blueprint.json",
              community_note(kit.community, view.formats),
              KitPicture::Tree,
              {"community-blueprint.json"});
    cards.add("access",
              "access-matrix",
              "Who sees what, and who leaves",
              KitPicture::Matrix,
              {"access-matrix.md", "access-matrix.csv"});
    KitCard* documents = cards.add_documents(view.formats);
    if (documents != nullptr && !view.derived.stale.empty()) {
        documents->badge = std::to_string(view.derived.stale.size()) + " out of date";
    }
    const auto messages = static_cast<std::int64_t>(view.project->messages.size());
    cards.add("transcript",
              "transcript.md",
              domain::count_text(messages, "message", "messages", view.formats),
              KitPicture::Talk,
              {"transcript.md"});
    cards.add("backup",
              "atrium-backup.json",
              "Restores everything exactly",
              KitPicture::Arch,
              {"atrium-backup.json"});
    return cards.take();
}

std::string size_text(std::size_t bytes, const domain::Formats& formats) {
    constexpr std::size_t kKilo = 1024;
    if (bytes < kKilo * kKilo) {
        return domain::number_text(static_cast<std::int64_t>((bytes + kKilo - 1) / kKilo),
                                   formats) +
               " KB";
    }
    const double megabytes = static_cast<double>(bytes) / static_cast<double>(kKilo * kKilo);
    return domain::decimal_text(std::floor(megabytes * 10) / 10, formats) + " MB";
}

}  // namespace atrium::shell
