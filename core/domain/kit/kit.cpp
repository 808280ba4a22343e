#include "core/domain/kit/kit.h"

#include "core/domain/audience_given.h"
#include "core/domain/backup.h"
#include "core/domain/kit/access_matrix.h"
#include "core/domain/kit/blueprint.h"
#include "core/domain/kit/calendar.h"
#include "core/domain/kit/documents.h"
#include "core/domain/kit/facts.h"
#include "core/domain/kit/markdown.h"
#include "core/domain/kit/names.h"
#include "core/domain/kit/plan_document.h"
#include "core/domain/kit/tables.h"
#include "core/domain/kit/zip.h"
#include "core/domain/staleness.h"

namespace atrium::domain::kit {
namespace {

KitFacts facts_of(const KitRequest& request) {
    const CreatorProfile& profile = *request.workspace.profile;
    KitFacts facts{request.workspace,
                   profile,
                   request.project,
                   request.history,
                   request.context,
                   community_of(profile, request.project),
                   project_tasks(request.workspace, request.project),
                   project_schedule(request.workspace, request.project, request.context),
                   std::nullopt,
                   "",
                   {}};
    Result<Forecast> reckoned = forecast(request.workspace, request.project, request.context);
    if (reckoned) {
        facts.run_book = run_book(reckoned.value(), profile, request.project);
        facts.forecast = std::move(reckoned).value();
    } else {
        facts.forecast_problem = reckoned.error().message;
    }
    return facts;
}

std::string readme(const KitFacts& facts, std::size_t documents) {
    std::string text = "# " + markdown_text(facts.project.name) + ": launch kit\n\n";
    text += "Made on " + long_date(facts.context.today) + " with Atrium.\n\n";
    text +=
        "- `plan.html`: the whole plan, to read and to print; `plan.md` is the same as text\n"
        "- `tasks.csv`: the tasks for a spreadsheet or a task app\n"
        "- `calendar.ics`: tasks, launch day and the 30 days after it, for your calendar; "
        "imported again after a new export, it updates what is there\n"
        "- `access-matrix.md`, `access-matrix.csv`: who may enter what, and what happens when "
        "somebody leaves\n"
        "- `transcript.md`: the conversation\n"
        "- `atrium-backup.json`: everything; \"Restore a backup\" in Atrium gives back exactly "
        "this state\n";
    const bool counted = facts.forecast && audience_given(facts.forecast->basis);
    text +=
        counted ? "- `forecast.csv`: twelve months in three cases; `forecast-figures.csv`: what it "
                  "rests on, with sources\n"
        : facts.forecast
            ? "- `forecast-figures.csv`: what the forecast will rest on, with sources; it needs "
              "your number of " +
                  engaged_word(facts.profile.engaged_source) +
                  ", which is missing in your profile\n"
            : "\nThere is no forecast: " + markdown_text(facts.forecast_problem) + "\n";
    text += documents > 0 ? "- `documents/`: your texts\n"
                          : "\nThere are no documents yet; let Atrium draft them with you.\n";
    for (const StaleDocument& document : stale_documents(facts.project)) {
        text += "\nTo look through before you use it: **" + markdown_text(document.title) + "**. " +
                markdown_text(document.reasons.front().sentence) + "\n";
    }
    if (!target_date(facts.project)) {
        text +=
            "\nNo opening day is decided, so the calendar holds neither launch day nor run-book.\n";
    }
    text += "\n" + blueprint_note(facts.community) + "\n";
    return text +
           "\nThe tables are UTF-8 with commas. A text that a spreadsheet could mistake for a "
           "formula has an apostrophe before it.\n";
}

}  // namespace

Result<std::vector<KitFile>> launch_kit(const KitRequest& request) {
    if (!request.workspace.profile) {
        return Error{"profile-missing", "There is nothing to export before the setup.", ""};
    }
    const KitFacts facts = facts_of(request);
    std::vector<KitFile> documents = document_files(request.project);
    const std::string plan = plan_markdown(facts);
    std::vector<KitFile> files = {
        {"README.md", readme(facts, documents.size())},
        {"plan.html", plan_page(request.project.name + ": launch plan", plan)},
        {"plan.md", plan},
        {"tasks.csv", tasks_csv(facts)},
        {"calendar.ics", calendar_ics(facts)},
    };
    if (facts.forecast) {
        if (audience_given(facts.forecast->basis)) {
            files.push_back({"forecast.csv", forecast_csv(*facts.forecast)});
        }
        files.push_back({"forecast-figures.csv", figures_csv(*facts.forecast)});
    }
    if (std::string blueprint = community_blueprint(facts.community); !blueprint.empty()) {
        files.push_back({"community-blueprint.json", std::move(blueprint)});
    }
    files.push_back({"access-matrix.md", access_matrix_markdown(facts.community)});
    files.push_back({"access-matrix.csv", access_matrix_csv(facts.community)});
    files.push_back({"transcript.md", transcript_markdown(request.project, facts.profile.name)});
    files.push_back({"atrium-backup.json", backup_json(request.history)});
    for (KitFile& document : documents) {
        files.push_back(std::move(document));
    }
    return files;
}

Result<std::string> launch_kit_zip(const std::vector<KitFile>& files, const Context& context) {
    return zip_archive(files, context.today);
}

std::string launch_kit_name(const Project& project) {
    return file_slug(project.name, "launch") + "-launch-kit.zip";
}

}  // namespace atrium::domain::kit
