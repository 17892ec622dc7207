// The site of `scheda catalogue --html`.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { close, faults, leaks, open, overflow, policy } from './browser.mjs';

after(close);

const INDEX = 'site/index.html';
const titles = page => page.locator('#list > li:visible h3').allTextContents();
const search = (page, text) => page.locator('#q').fill(text);
const said = page => page.locator('#found').textContent();
const choice = (page, facet, name) => page.locator(`[data-facet="${facet}"] label`).filter({ hasText: name });
const numbers = (page, facet) => page.locator(`[data-facet="${facet}"] label`).evaluateAll(labels =>
  Object.fromEntries(labels.map(label => [label.querySelector('.option').textContent, Number(label.querySelector('.number').textContent)])));

/** What is searched for, and the titles that are found. */
const FOUND = {
  citta: ['Scuola della città'],
  'CITTÀ forli': ['Scuola della città'],
  perche: ['Scuola della città'],
  'κηπος': ['Ο κήπος της γειτονιάς'],
  'ΑΘΗΝΑ': ['Ο κήπος της γειτονιάς'],
  'αθηναιων μαζι': ['Ο κήπος της γειτονιάς'],
  athena: ['Ο κήπος της γειτονιάς'],
  greece: ['Ο κήπος της γειτονιάς'],
  strasse: ['Straßenküche'],
  straße: ['Straßenküche'],
  garten: ['Straßenküche'],
  'e\u0301te lodz': [],
  lodz: ['Łódź reads'],
  cafe: ['Łódź reads'],
  'legumes, fleurs!': ['Jardin partagé'],
  jardin: ['Jardin partagé'],
  kochen: ['Straßenküche', 'Łódź reads'],
  'kochen köln': ['Straßenküche'],
  unseen: [],
  'ada verdi': ['Scuola della città'],
};

test('words are found without accents and capitals, in every script and in any text', async () => {
  const page = await open(INDEX);
  assert.equal(await said(page), '6 of 6 practices');
  for (const [query, expected] of Object.entries(FOUND)) {
    await search(page, query);
    assert.deepEqual(await titles(page), expected, query);
    assert.equal(await said(page), `${expected.length} of 6 practices`);
    assert.equal(await page.locator('#nothing').isVisible(), expected.length === 0, query);
  }
  await page.locator('#clear').click();
  assert.equal((await titles(page)).length, 6);
  assert.equal(await page.locator('#q').inputValue(), '');
  assert.deepEqual(page.noted, []);
});

test('filters narrow the list, and say how many each would leave', async () => {
  const page = await open(INDEX);
  assert.deepEqual(await numbers(page, 'country'), { France: 1, Germany: 1, Greece: 1, Italy: 1, Poland: 1, 'not stated': 1 });
  assert.deepEqual(await numbers(page, 'theme'), { Educazione: 2, Kochen: 2 });
  assert.equal(await page.locator('[data-facet="collection"]').count(), 0);
  await choice(page, 'language', 'English').click();
  assert.deepEqual(await titles(page), ['Łódź reads', 'Without a place']);
  assert.deepEqual(await numbers(page, 'theme'), { Educazione: 0, Kochen: 1 });
  assert.equal((await numbers(page, 'language')).German, 1);
  await choice(page, 'language', 'German').click();
  assert.deepEqual(await titles(page), ['Straßenküche', 'Łódź reads', 'Without a place']);
  await choice(page, 'theme', 'Kochen').click();
  await search(page, 'cafe');
  assert.deepEqual(await titles(page), ['Łódź reads']);
  await page.locator('#clear').click();
  assert.equal((await titles(page)).length, 6);
  assert.equal(await page.locator('input:checked').count(), 0);
  assert.ok(!(await page.locator('#clear').isVisible()));
});

test('the address keeps what is looked for', async () => {
  const page = await open(INDEX);
  await search(page, 'κήπος');
  await choice(page, 'country', 'Greece').click();
  await page.waitForFunction(() => location.hash.includes('country=GR'));
  await page.locator('#list a:visible').click();
  await page.locator('article').waitFor();
  await page.goBack();
  assert.deepEqual(await titles(page), ['Ο κήπος της γειτονιάς']);
  await page.reload();
  assert.deepEqual(await titles(page), ['Ο κήπος της γειτονιάς']);
  assert.equal(await page.locator('#q').inputValue(), 'κήπος');
  assert.deepEqual(page.noted, []);
});

test('everything can be done with the keyboard', async () => {
  const page = await open(INDEX);
  const reach = async selector => {
    for (let pressed = 0; pressed < 60; pressed++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(selector => document.activeElement.matches(selector), selector)) return;
    }
    assert.fail(`${selector} is not reached`);
  };
  await reach('.skip');
  await reach('#q');
  await page.keyboard.type('kuche');
  await reach('[data-facet="language"] input[value="de"]');
  await page.keyboard.press('Space');
  assert.deepEqual(await titles(page), ['Straßenküche']);
  await reach('#list a');
  await page.keyboard.press('Enter');
  await page.locator('article h1').waitFor();
  assert.equal(await page.locator('article h1').textContent(), 'Straßenküche');
  await reach('nav a');
  await page.keyboard.press('Enter');
  await page.locator('#list').waitFor();
});

test('the page of a practice says what its record says, in its language', async () => {
  const page = await open('site/practices/strassenkuche.html');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.locator('article').getAttribute('lang'), 'de');
  assert.equal(await page.locator('article h2').first().getAttribute('lang'), 'en');
  assert.equal(await page.title(), 'Straßenküche – Good practices');
  const text = await page.locator('article').textContent();
  for (const part of ['Stadt Köln', 'Schulgarten', 'Zwölf Feste', 'Results']) assert.ok(text.includes(part), part);
  const own = await open('site/practices/scuola-della-citta.html');
  assert.equal(await own.locator('a[href="https://example.org/orto"]').count(), 1);
  assert.ok(!(await own.locator('body').textContent()).includes('unseen@'));
  const heads = await page.locator('th[scope="row"]').count();
  assert.ok(heads > 2);
});

test('links on a page lead to its headings', async () => {
  const page = await open('site/practices/strassenkuche.html');
  await page.locator('.contents a').last().click();
  const hash = new URL(page.url()).hash;
  assert.match(hash, /^#h\d+$/);
  assert.ok(await page.locator(hash).isVisible());
});

test('without scripts the whole list is there, and nothing that does nothing', async () => {
  const page = await open(INDEX, { scripts: false });
  assert.equal((await titles(page)).length, 6);
  assert.equal(await page.locator('input:visible, button:visible').count(), 0);
  await page.locator('#list a').first().click();
  assert.match(page.url(), /practices\/scuola-della-citta\.html$/);
});

test('the matrix says with signs what is there and what is missing', async () => {
  const page = await open(INDEX);
  const table = page.locator('.matrix table').first();
  const heads = await table.locator('thead th[scope="col"]').allTextContents();
  const row = table.locator('tbody tr').filter({ has: page.locator('a[href$="without-a-place.html"]') });
  const signs = await row.locator('td').allTextContents();
  assert.equal(heads.length, signs.length + 1);
  assert.equal(signs[heads.indexOf('Title') - 1], '✓');
  assert.equal(signs[heads.indexOf('Location') - 1], '✗');
  assert.equal(await row.locator('th[scope="row"]').count(), 1);
});

test('charts have words', async () => {
  const page = await open(INDEX);
  const label = await page.locator('.years svg').getAttribute('aria-label');
  assert.equal(label, 'By first year: 2012: 1, 2015: 2, 2019: 1');
  const bars = await page.locator('.chart').first().locator('tr').allTextContents();
  assert.ok(bars.includes('Germany1'), bars.join());
});

test('the site speaks the language that it was asked for', async () => {
  const page = await open('greek/index.html');
  assert.equal(await page.locator('html').getAttribute('lang'), 'el');
  assert.equal(await page.locator('h1').textContent(), 'Κήποι & κουζίνες');
  assert.ok((await numbers(page, 'country'))['Γερμανία'] === 1);
  await search(page, 'γερμανια');
  assert.deepEqual(await titles(page), ['Straßenküche']);
});

test('nothing leaves a page, and its policy lets nothing else in', async () => {
  const names = [INDEX, 'site/practices/strassenkuche.html', 'greek/index.html', 'hostile/index.html'];
  for (const name of names) {
    const page = await open(name);
    assert.match(await policy(page), /^default-src 'none'; style-src 'sha256-[^']+'; script-src '(sha256-[^']+|none)';/);
    assert.deepEqual(page.noted, [], name);
    assert.deepEqual(await leaks(page), [false, false], name);
  }
});

test('hostile text stays text', async () => {
  const index = await open('hostile/index.html');
  const links = await index.locator('#list a').evaluateAll(all => all.map(a => a.getAttribute('href')));
  assert.equal(links.length, 7);
  for (const name of ['index.html', ...links]) {
    for (const width of [1280, 320]) {
      const page = await open(`hostile/${name}`, { width });
      assert.equal(await page.locator('script:not(#data)').count(), name === 'index.html' ? 1 : 0);
      assert.equal(await page.locator('img, iframe, object, embed, form, [onerror], [onclick], [style]').count(), 0);
      const targets = await page.locator('a').evaluateAll(all => all.map(a => a.getAttribute('href')));
      assert.ok(targets.every(target => /^(#|[\w/.-]+\.(html|md|json|csv|xlsx)$|https:\/\/example\.org)/.test(target)), targets.join());
      assert.ok(!/[\u202a-\u202e\u2066-\u2069\u001b]/.test(await page.locator('main').innerText()));
      assert.deepEqual(await overflow(page, 'header, article, #list > li, .find, .charts'), [], `${name} ${width}`);
      assert.deepEqual(page.noted, [], name);
    }
  }
});

test('axe finds no serious fault', async () => {
  const names = [INDEX, 'greek/index.html', 'site/practices/strassenkuche.html', 'site/practices/scuola-della-citta.html', 'hostile/index.html'];
  for (const scheme of ['light', 'dark']) {
    for (const name of names) {
      const page = await open(name, { scheme });
      assert.deepEqual(await faults(page), [], `${name}, ${scheme}`);
    }
    const page = await open(INDEX, { scheme, width: 390 });
    await search(page, 'nothing has this');
    assert.deepEqual(await faults(page), [], `narrow, ${scheme}`);
  }
});

test('nothing is wider than a narrow screen', async () => {
  for (const name of [INDEX, 'greek/index.html', 'many/index.html', 'site/practices/strassenkuche.html']) {
    const page = await open(name, { width: 320 });
    assert.deepEqual(await overflow(page, 'header, article, #list > li, .find, .charts'), [], name);
  }
});

test('on paper there is the list and nothing to press', async () => {
  const page = await open('many/index.html');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await page.locator('#list > li:not([hidden])').count(), 2000);
  assert.equal(await page.locator('input:visible, button:visible').count(), 0);
  assert.equal(await page.locator('.matrix').evaluate(it => it.scrollHeight > it.clientHeight + 1), false);
});

test('two thousand practices are searched between two frames', async t => {
  const page = await open('many/index.html');
  assert.equal(await page.locator('#list > li:visible').count(), 100);
  const times = await page.evaluate(async () => {
    const query = document.getElementById('q');
    // The time until the list is right, and until it is on the screen.
    const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    const times = { list: [], screen: [] };
    for (const word of ['garomitel', 'naversto', 'pilandu', 'chebasin', 'quotra']) {
      for (let length = 1; length <= word.length; length++) {
        await painted();
        const start = performance.now();
        query.value = word.slice(0, length);
        query.dispatchEvent(new Event('input', { bubbles: true }));
        times.list.push(performance.now() - start);
        await painted();
        times.screen.push(performance.now() - start);
      }
    }
    return times;
  });
  const median = all => all.sort((one, other) => one - other)[Math.floor(all.length / 2)];
  t.diagnostic(`from key press to list: ${median(times.list).toFixed(1)} ms, to screen: ${median(times.screen).toFixed(1)} ms (medians)`);
  assert.ok(median(times.list) < 500, `${times.list}`);
  await page.locator('#clear').click();
  await page.locator('#more').click();
  assert.equal(await page.locator('#list > li:visible').count(), 200);
  assert.equal(await page.evaluate(() => [...document.querySelectorAll('#list a')].indexOf(document.activeElement)), 100);
  await choice(page, 'country', 'Italy').click();
  assert.equal(await said(page), '250 of 2000 practices');
  assert.deepEqual(page.noted, []);
});
