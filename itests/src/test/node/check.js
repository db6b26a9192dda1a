// Walks a feed as OpenActive's validator does, then checks each item against the data model.
// Prints one line for each thing that is wrong; none means well.
const { RpdeValidator } = require('@openactive/rpde-validator');
const { validate } = require('@openactive/data-model-validator');

// The price depends on who comes, so none is told
const LEFT_OUT = new Set(['$.offers']);
const WRONG = new Set(['failure', 'warning']);

async function items(url) {
  const all = [];
  let at = url;
  for (;;) {
    const page = await (await fetch(at)).json();
    if (page.items.length === 0) {
      return { all, last: at };
    }
    all.push(...page.items);
    at = page.next;
  }
}

async function main(url) {
  const { all: told, last } = await items(url);
  const gone = told.filter((one) => one.state === 'deleted').length;
  // It walks over the last page as over any other before it looks at it as the last one, and asks
  // for tombstones also where nothing has gone yet
  const excused = (error, page) =>
    (error.type === 'missing_cache_control' && page.url === last) ||
    (error.type === 'no_deleted_items' && gone === 0);
  const log = await RpdeValidator(url, { pageLimit: 40 });
  for (const page of log.pages) {
    for (const error of page.errors) {
      if (WRONG.has(error.severity) && !excused(error, page)) {
        console.log(`rpde ${error.severity} ${error.type} at ${page.url}: ${error.message}`);
      }
    }
  }
  for (const item of told.filter((one) => one.state === 'updated').slice(0, 20)) {
    const found = await validate(item.data, { loadRemoteJson: false, validationMode: 'RPDEFeed' });
    for (const error of found) {
      if (error.severity === 'failure' && !LEFT_OUT.has(error.path)) {
        console.log(`data ${error.type} ${error.path} of ${item.id}`);
      }
    }
  }
  console.log(`read ${log.pages.length} pages, ${told.length} items, ${gone} tombstones`);
}

main(process.argv[2]).catch((error) => {
  console.log(`broken ${error.stack}`);
  process.exit(1);
});
