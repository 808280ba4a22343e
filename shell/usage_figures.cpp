#include "shell/usage_figures.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "core/domain/kit/csv.h"
#include "core/domain/number_text.h"

namespace atrium::shell {

namespace {

// As many as the charts have colours.
constexpr std::size_t kMostModels = 6;
constexpr double kMicro = 1'000'000;

std::int64_t all_input(const UsageRow& row) {
    return row.input_tokens + row.cache_read_tokens + row.cache_write_tokens;
}

std::int64_t all_tokens(const UsageRow& row) {
    return all_input(row) + row.output_tokens;
}

double dollars_of(const ModelUsage& model) {
    double sum = 0;
    for (const double dollars : model.dollars_by_day) {
        sum += dollars;
    }
    return sum;
}

void add_to(ModelUsage& sum, const ModelUsage& part) {
    sum.answers += part.answers;
    sum.tokens += part.tokens;
    sum.cost += part.cost;
    for (std::size_t i = 0; i < sum.dollars_by_day.size(); ++i) {
        sum.dollars_by_day[i] += part.dollars_by_day[i];
    }
}

// Dearest first; what is left over becomes one, so that each can have a colour of its own.
std::vector<ModelUsage> ranked(const std::map<std::string, ModelUsage>& by_model) {
    std::vector<ModelUsage> models;
    for (const auto& [id, model] : by_model) {
        models.push_back(model);
    }
    std::stable_sort(models.begin(), models.end(), [](const ModelUsage& a, const ModelUsage& b) {
        return dollars_of(a) > dollars_of(b);
    });
    while (models.size() > kMostModels) {
        const ModelUsage last = models.back();
        models.pop_back();
        models.back().model.clear();
        add_to(models.back(), last);
    }
    return models;
}

PersonState state_of(const UsagePerson& person) {
    if (person.revoked) {
        return PersonState::Revoked;
    }
    const bool spent = person.cost_limit && person.cost >= *person.cost_limit;
    return spent || person.messages >= person.messages_limit ? PersonState::AtLimit
                                                             : PersonState::Active;
}

std::vector<PersonToday> people_of(const UsageOverview& overview) {
    std::map<std::string, std::int64_t> tokens;
    for (const UsageRow& row : overview.rows) {
        if (row.day == overview.today) {
            tokens[row.user] += all_tokens(row);
        }
    }
    std::vector<PersonToday> people;
    for (const UsagePerson& person : overview.people) {
        people.push_back({person.name,
                          person.messages,
                          person.messages_limit,
                          tokens[person.name],
                          person.cost,
                          state_of(person)});
    }
    const auto rank = [](const PersonToday& person) {
        return std::tuple(-person.messages, -person.cost, person.state == PersonState::Revoked);
    };
    std::stable_sort(people.begin(), people.end(), [&](const auto& a, const auto& b) {
        return rank(a) < rank(b);
    });
    return people;
}

// All digits, so that a spreadsheet's sum is exact.
std::string exact_usd(std::int64_t micro) {
    char text[40];
    std::snprintf(text,
                  sizeof text,
                  "%lld.%06lld",
                  static_cast<long long>(micro / 1'000'000),
                  static_cast<long long>(micro % 1'000'000));
    return text;
}

}  // namespace

int days_of(UsageRange range) {
    return range == UsageRange::Today ? 1 : range == UsageRange::Week ? 7 : 30;
}

UsageFigures usage_figures(const UsageOverview& overview, UsageRange range) {
    constexpr int kFewestDays = 7;
    UsageFigures figures;
    const int shown = std::max(kFewestDays, days_of(range));
    for (int i = shown - 1; i >= 0; --i) {
        figures.days.push_back({overview.today.days - i});
    }
    const domain::Date first{overview.today.days - days_of(range) + 1};
    std::map<std::string, ModelUsage> by_model;
    for (const UsageRow& row : overview.rows) {
        if (row.day < figures.days.front() || row.day > overview.today) {
            continue;
        }
        ModelUsage& model = by_model[row.model];
        model.model = row.model;
        model.dollars_by_day.resize(figures.days.size());
        const auto at = static_cast<std::size_t>(row.day.days - figures.days.front().days);
        model.dollars_by_day[at] += static_cast<double>(row.cost) / kMicro;
        if (row.day < first) {
            continue;
        }
        model.answers += row.requests;
        model.tokens += all_tokens(row);
        model.cost += row.cost;
        figures.cost += row.cost;
        figures.answers += row.requests;
        figures.estimated += row.estimated;
        figures.input_tokens += all_input(row);
        figures.cache_read_tokens += row.cache_read_tokens;
    }
    figures.models = ranked(by_model);
    figures.people = people_of(overview);
    figures.people_today = std::count_if(figures.people.begin(),
                                         figures.people.end(),
                                         [](const auto& person) { return person.messages > 0; });
    return figures;
}

std::string usage_csv(const UsageOverview& overview, UsageRange range) {
    using domain::kit::csv_number;
    using domain::kit::csv_text;
    domain::kit::CsvTable table({"Day",
                                 "Person",
                                 "Model",
                                 "Answers",
                                 "Answers with estimated cost",
                                 "Input tokens",
                                 "Output tokens",
                                 "Tokens read from cache",
                                 "Tokens written to cache",
                                 "Cost in USD"});
    const domain::Date first{overview.today.days - days_of(range) + 1};
    for (const UsageRow& row : overview.rows) {
        if (row.day >= first && row.day <= overview.today) {
            table.add({csv_text(domain::iso_from_date(row.day)),
                       csv_text(row.user),
                       csv_text(row.model),
                       csv_number(row.requests),
                       csv_number(row.estimated),
                       csv_number(row.input_tokens),
                       csv_number(row.output_tokens),
                       csv_number(row.cache_read_tokens),
                       csv_number(row.cache_write_tokens),
                       csv_text(exact_usd(row.cost))});
        }
    }
    return table.text();
}

std::string usd_text(std::int64_t micro_usd, const domain::Formats& formats) {
    constexpr std::int64_t kTenCents = 100'000;
    const double dollars = static_cast<double>(micro_usd) / kMicro;
    if (micro_usd == 0 || micro_usd >= kTenCents) {
        return domain::money_text(dollars, "USD", formats);
    }
    return micro_usd < 500 ? "under " + domain::exact_money_text(0.001, "USD", 3, formats)
                           : domain::exact_money_text(dollars, "USD", 3, formats);
}

std::string tokens_text(std::int64_t tokens, const domain::Formats& formats) {
    constexpr std::int64_t kMillion = 1'000'000;
    if (tokens >= 100 * kMillion) {
        return domain::number_text((tokens + kMillion / 2) / kMillion, formats) + " M";
    }
    if (tokens >= kMillion) {
        const double millions = static_cast<double>(tokens) / kMillion;
        return domain::decimal_text(std::round(millions * 10) / 10, formats) + " M";
    }
    return tokens >= 10'000 ? domain::number_text((tokens + 500) / 1000, formats) + " k"
                            : domain::number_text(tokens, formats);
}

}  // namespace atrium::shell
