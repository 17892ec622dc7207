// Chromium for the tests of pages: a page is opened from a file, and everything that it asks for, says or breaks is noted.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(join(process.env.BROWSER_MODULES, 'modules.js'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The folder of the pages. */
const pages = process.env.BROWSER_PAGES;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
});

/** Closes the browser; the last thing that a file of tests does. */
export const close = () => browser.close();

/** Opens a page; `page.noted` has the requests other than for a page of the folder, the messages of its console and the violations of its policy. */
export async function open(name, { scheme = 'light', width = 1280, height = 800, scripts = true } = {}) {
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height }, javaScriptEnabled: scripts });
  const page = await context.newPage();
  const address = pathToFileURL(join(pages, name)).href;
  page.noted = [];
  const note = what => page.noted.push(what);
  const folder = pathToFileURL(join(pages, '/')).href;
  const isWithin = request => request.isNavigationRequest() && request.url().startsWith(folder);
  await context.route('**/*', route => isWithin(route.request()) ? route.continue() : route.abort());
  page.on('request', request => isWithin(request) || note(`request: ${request.url()}`));
  page.on('console', message => note(`console: ${message.text()}`));
  page.on('pageerror', error => note(`error: ${error.message}`));
  page.on('dialog', dialog => { note(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  await page.goto(address);
  return page;
}

/** The serious faults that axe finds for people who cannot see, hear or use a mouse. */
export async function faults(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document));
  const serious = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
  return serious.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(node => `${id}: ${node.html.slice(0, 200)}: ${node.failureSummary}`));
}

/** The Content-Security-Policy of a page. */
export const policy = page => page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');

/** Whether a script that is put into a page runs, and whether a request can be made from it. */
export function leaks(page) {
  return page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    const sent = await fetch('https://example.org/').then(() => true, () => false);
    return [window.ran === true, sent];
  });
}

/** What is wider than the room that it has: the page itself, or one of some parts. */
export function overflow(page, parts) {
  return page.evaluate(parts => {
    const all = [document.documentElement, ...document.querySelectorAll(parts)];
    const isWider = element => element.scrollWidth > element.clientWidth + 1;
    return all.filter(isWider).map(element => `${element.tagName}.${element.className}#${element.id}`);
  }, parts);
}
