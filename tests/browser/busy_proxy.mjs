// What a proxy answers an administrator after a month of use, for pictures of Usage: the same figures
// each time, as docs/openapi.json describes them.

/** The day that the pictures show. */
export const TODAY = Date.UTC(2026, 10, 23);
const DAY_MILLIS = 86_400_000;
const DAYS = 30;
const MODELS = ["claude-sonnet-5-5", "claude-opus-5-5"];
// Messages on a usual day, and the share of them that goes to the dearer model.
const PEOPLE = [
    { name: "Maya Okonkwo", admin: true, messages: 18, dear: 0.5 },
    { name: "Jonas Lind", admin: false, messages: 31, dear: 0.2 },
    { name: "Priya Raman", admin: false, messages: 42, dear: 0.1 },
    { name: "Anneliese Hohenberger-Szczepański", admin: false, messages: 6, dear: 0 },
];
const MICRO_USD_A_MESSAGE = [21_000, 68_000];

const day_before = (days) => new Date(TODAY - days * DAY_MILLIS).toISOString().slice(0, 10);

/** Weekends are quiet, and no two days are alike. */
function messages_on(person, days_ago) {
    const weekday = new Date(TODAY - days_ago * DAY_MILLIS).getUTCDay();
    const ease = weekday === 0 || weekday === 6 ? 0.3 : 1;
    return Math.round(person.messages * ease * (0.7 + ((days_ago * 7 + person.name.length) % 6) / 10));
}

function row(person, days_ago, model) {
    const share = model === 0 ? 1 - person.dear : person.dear;
    const requests = Math.round(messages_on(person, days_ago) * share);
    return {
        period: day_before(days_ago), user: person.name, model: MODELS[model], requests, estimated: 0,
        input_tokens: requests * 900, output_tokens: requests * 520,
        cache_read_tokens: requests * 5200, cache_write_tokens: requests * 310,
        cost_micro_usd: requests * MICRO_USD_A_MESSAGE[model],
    };
}

const rows = Array.from({ length: DAYS }, (_, i) => DAYS - 1 - i)
    .flatMap((days_ago) => PEOPLE.flatMap((person) => [0, 1].map((model) => row(person, days_ago, model))))
    .filter(({ requests }) => requests > 0);
const total = (list, member) => list.reduce((sum, one) => sum + one[member], 0);
const today_of = (name) => rows.filter((one) => one.period === day_before(0) && one.user === name);
const users = PEOPLE.map(({ name, admin }) => ({
    name, admin, revoked: false,
    messages: total(today_of(name), "requests"), messages_limit: 50,
    cost_micro_usd: total(today_of(name), "cost_micro_usd"), cost_limit_micro_usd: 4_000_000,
}));

/** Answers by path. */
export const busy_proxy = {
    "/api/v1/config": {
        version: "1.0.0", claude: true, default_model: MODELS[0],
        models: [{ id: MODELS[0], label: "Sonnet 5.5" }, { id: MODELS[1], label: "Opus 5.5" }],
        max_tokens: 4096, temperature: 1, messages_per_day: 50, time_zone: "UTC",
    },
    "/api/v1/usage": { admin: true, messages: users[0].messages, messages_limit: 50 },
    "/api/v1/admin/usage-stats": {
        from: day_before(DAYS - 1), to: day_before(0),
        today: {
            day: day_before(0), messages: total(users, "messages"),
            cost_micro_usd: total(users, "cost_micro_usd"), reserved_micro_usd: 0, alert: false,
        },
        limits: {
            messages_per_day: 50, alert_micro_usd: 5_000_000, daily_cost_micro_usd: 8_000_000,
            user_daily_cost_micro_usd: 4_000_000,
        },
        alerts: [{
            day: day_before(6), kind: "cost_alert", raised_at: `${day_before(6)}T16:40:00Z`,
            text: "Atrium: $5.02 were spent today, more than the alert's $5.00.",
            spent_micro_usd: 5_020_000, bound_micro_usd: 5_000_000,
        }],
        users, rows,
    },
};
