// What a person does in the workspace, each through roles and names and waited for until it is done.
//
//     await set_up_by_hand(page);
//     await decide_everything(page);
//     await go_to(page, "Documents");
import { activate, fill, idle, press } from "./support.mjs";

/** Those that everybody has; an administrator also has Usage. */
export const SCREENS = [
    "Session", "Plan", "Decisions", "Documents", "Forecast", "Kit", "Activity", "Settings", "Help",
];

export const message_field = (page) => page.getByRole("textbox", { name: "Message", exact: true });

/** The three steps of setup, as somebody new fills them in. */
export async function set_up_by_hand(page) {
    await fill(page.getByRole("textbox", { name: "What may we call you?" }), "Åsa Nyström");
    await fill(page.getByRole("textbox", { name: "Name of the community" }), "Long Tables");
    await fill(page.getByRole("textbox", { name: "What is your work about?" }),
        "Cooking for many people in small kitchens");
    await press(page.getByRole("combobox", { name: "Where is your audience?" }));
    await press(page.getByRole("option", { name: "Newsletter" }));
    await press(page.getByRole("combobox", { name: "Where do you live?" }));
    await press(page.getByRole("option", { name: "United States", exact: true }));
    await press(page.getByRole("button", { name: "Continue" }));
    await fill(page.getByRole("textbox", { name: "Newsletter subscribers" }), "5200");
    await fill(page.getByRole("textbox", { name: "Monthly target" }), "2000");
    await press(page.getByRole("button", { name: "Continue" }));
    await press(page.getByRole("button", { name: "Warm and plain" }));
    await press(page.getByRole("button", { name: "Start the session" }));
    await message_field(page).waitFor();
    await idle(page);
}

/** Waits until nobody is answering any more and everything is saved. First until what was pressed has
 * been drawn: an answer that was not begun yet is not over. */
export async function wait_for_answer(page) {
    await idle(page);
    await page.getByRole("button", { name: "Stop" }).waitFor({ state: "detached" });
    await idle(page);
}

/** Sends a message and waits until the answer is finished and saved. */
export async function say(page, text) {
    const field = message_field(page);
    await fill(field, text);
    await field.press("Enter");
    await wait_for_answer(page);
}

export const decisions_made = (page, count) =>
    page.getByRole("img", { name: `${count} of 5 decisions made` }).first().waitFor();

/** On NOVEMBER_2026, by the page's clock: to a day that has passed nobody can launch. */
export async function decide_everything(page) {
    await say(page, "Let's go with Discord.");
    await decisions_made(page, 1);
    await say(page, "We're charging $29 a month.");
    await decisions_made(page, 2);
    await say(page, "One tier, eight channels and three roles it is.");
    await decisions_made(page, 3);
    await say(page, "We launch on 15 January 2027.");
    await decisions_made(page, 4);
    await say(page, "We're doing a weekly live call.");
    await decisions_made(page, 5);
}

/** Opens a screen; false where this person has none of that name. On a phone some are behind More. */
export async function go_to(page, screen) {
    const bar = page.getByRole("navigation");
    const entry = bar.getByRole("button", { name: new RegExp(`^${screen}`) });
    if ((await entry.count()) > 0) {
        await activate(entry.first());
        return true;
    }
    await activate(bar.getByRole("button", { name: "More" }));
    const named = { name: screen, exact: true };
    const item = page.getByRole("menuitem", named).or(page.getByRole("menuitemradio", named));
    if ((await item.count()) === 0) return false;
    await press(item.first());
    return true;
}

/** Presses a button that hands over a file, and gives it. */
export async function download(page, button) {
    await button.focus();
    await idle(page);
    const [file] = await Promise.all([page.waitForEvent("download"), button.press("Enter")]);
    await idle(page);
    return file;
}

/** Presses a button that asks for a file, and chooses this one.
 * @param {string | {name: string, mimeType: string, buffer: Buffer}} file */
export async function choose_file(page, button, file) {
    await button.focus();
    await idle(page);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button.press("Enter")]);
    await chooser.setFiles(file);
    await idle(page);
}
