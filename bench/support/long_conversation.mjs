// A backup whose conversation is as long as asked for, with the kinds of text that a guided session
// has: short words of the creator, answers with headings, lists, tables, code and links.
const BEGINNING = Date.UTC(2026, 10, 1, 9);
const MINUTE = 60_000;

const PROFILE = {
    name: "Maya", community_name: "The Kiln Room", niche: "Wheel-thrown ceramics at home",
    primary_platform: "newsletter", engaged_source: "readers", engaged_audience: 3900, followers: 48200,
    country: "US", currency: "USD", hours_per_week: 6, monthly_target: 2000, experience: "none",
    voice: "Warm and plain", ages: "", handle: "", other_income: "", signals: [], top_countries: [],
    away: [],
};

const SAYINGS = [
    "What does a month of this cost the people who join, and what do I keep?",
    "I would rather have fewer channels.",
    "Tell me again why a waiting list helps, in two sentences.",
    "Here is what I wrote to my readers last week:\n\nHello all, the kiln is warm again. " +
        "Some of you asked for feedback on glazes, and I would like to do that properly.",
];

const ANSWERS = [
    "A short answer: **the waiting list** shows you who would pay before you build anything.",
    "Three things follow from it:\n\n1. The price stays at *$29 a month*.\n2. Members get a call a " +
        "week.\n3. You need 83 of them for your target.\n\n- [x] decided\n- [ ] written down\n\n" +
        "> People pay for what changes for them, not for access.",
    "## What you keep\n\n| platform | fee | you keep |\n|---|---:|---:|\n| Discord | 10 % | $26.10 |\n" +
        "| Circle | 2 % | $27.52 |\n| Patreon | 12 % | $25.52 |\n\nThe rest is in the forecast; see " +
        "[the fees](https://example.org/fees).",
    "### Draft\n\nHello everyone,\n\nfrom January on there is a room for those who want to throw " +
        "better pots. Every Thursday we look at what came out of the kiln.\n\n```text\nThursday 19:00" +
        "\n  20 min  what failed\n  20 min  what worked\n  20 min  your questions\n```\n\nMaya",
];

/** @param {number} messages @returns {string} the JSON of a backup */
export function long_conversation(messages) {
    const lines = [];
    const add = (kind, data) => {
        const number = lines.length + 1;
        const at = BEGINNING + number * MINUTE;
        lines.push(JSON.stringify({ seq: number, at, batch: number, v: 1, kind, data }));
        return at;
    };
    add("profile-saved", { profile: PROFILE });
    add("project-started", { id: 1, name: PROFILE.community_name, start: "2026-11-01" });
    add("session-paused", {});
    for (let i = 0; i < messages; ++i) {
        const own = i % 2 === 0;
        const texts = own ? SAYINGS : ANSWERS;
        const at = BEGINNING + (lines.length + 1) * MINUTE;
        add("message-added", { message: {
            id: i + 2, at, author: own ? "creator" : "guide", status: "complete",
            text: `${texts[(i >> 1) % texts.length]}\n\nNumber ${i + 1}.`,
        } });
    }
    return `{"format":"atrium-backup","version":1,"events":[\n${lines.join(",\n")}\n]}\n`;
}
