{
  const table = document.getElementById("students-table");
  const signOrder = ["pass", "part", "fail", "none", "skip", "fault"];
  const collator = new Intl.Collator("{{language}}", { numeric: true });

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  /** A cell's place in the order of its column; null goes last, whichever way. */
  const readers = {
    text: (cell) => cell.textContent || null,
    number: (cell) => {
      const value = Number.parseFloat(cell.dataset.value ?? cell.textContent);
      return Number.isNaN(value) ? null : value;
    },
    sign: (cell) => {
      const at = signOrder.indexOf(cell.className);
      return at === -1 ? null : at;
    },
  };

  const start = () => {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    const column = (name) => heads.findIndex(({ dataset }) => dataset.filter === name);
    const [section, score, late, status] = ["section", "score", "late", "status"].map(column);
    const names = heads.flatMap(({ dataset, textContent }) =>
      dataset.sort === "text" ? [textContent.toLowerCase()] : [],
    );
    const texts = heads.flatMap(({ dataset }, at) => (dataset.sort === "text" ? [at] : []));
    const entries = [...body.rows].map((row, at) => ({ row, at, isShown: true, text: undefined }));
    let order = entries;

    const textOf = (entry) => {
      entry.text ??= plain(texts.map((at) => entry.row.cells[at].textContent).join("\n"));
      return entry.text;
    };
    const values = (at) => [...new Set(entries.map(({ row }) => row.cells[at].textContent))].sort(collator.compare);

    /** What can be shown: a name, and which rows. */
    const groups = () => [
      ["{{t page.status}}", values(status).map((value) => [value, (row) => row.cells[status].textContent === value])],
      [
        "{{t class-script.marks}}",
        [
          ...(late === -1 ? [] : [["{{t class-script.late}}", (row) => row.cells[late].textContent !== ""]]),
          ["{{t class.changed-by-hand}}", (row) => row.cells[score].classList.contains("changed")],
        ],
      ],
      ...(section === -1
        ? []
        : [
            [
              "{{t class.section}}",
              values(section).map((value) => [value || "{{t class-script.none}}", (row) => row.cells[section].textContent === value]),
            ],
          ]),
      [
        `${table.dataset.part} {{t class-script.not-passed}}`,
        heads.flatMap((head, at) =>
          head.dataset.sort === "sign"
            ? [[head.textContent, (row) => !["", "pass"].includes(row.cells[at].className)]]
            : [],
        ),
      ],
    ];

    const labelled = (text, control) => {
      const label = document.createElement("label");
      label.append(text, control);
      document.getElementById("tools").append(label);
      return control;
    };
    const search = document.createElement("input");
    search.type = "search";
    search.autocomplete = "off";
    search.spellcheck = false;
    const choice = document.createElement("select");
    const tests = [() => true];
    choice.append(new Option("{{t class-script.everyone}}", 0));
    for (const [name, options] of groups()) {
      const group = document.createElement("optgroup");
      group.label = name;
      for (const [words, test] of options) {
        if (!entries.some(({ row }) => test(row))) continue;
        group.append(new Option(words, tests.length));
        tests.push(test);
      }
      if (group.childElementCount > 0) choice.append(group);
    }

    const filter = () => {
      const words = plain(search.value).split(/\s+/);
      const test = tests[choice.value];
      let count = 0;
      for (const entry of entries) {
        const isShown = test(entry.row) && words.every((word) => textOf(entry).includes(word));
        if (isShown) count += 1;
        if (isShown !== entry.isShown) entry.row.hidden = !isShown;
        entry.isShown = isShown;
      }
      document.getElementById("shown").textContent =
        `${count} {{t page.of}} ${entries.length} ${entries.length === 1 ? "{{t class-script.student}}" : "{{t class-script.students}}"} {{t class-script.shown}}`;
    };

    const sort = (at) => {
      const head = heads[at];
      const kind = head.dataset.sort;
      const first = kind === "number" ? "descending" : "ascending";
      const second = kind === "number" ? "ascending" : "descending";
      const direction = head.getAttribute("aria-sort") === first ? second : first;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", direction);
      const keys = new Map(entries.map((entry) => [entry, readers[kind](entry.row.cells[at])]));
      const sign = direction === "ascending" ? 1 : -1;
      const compare = kind === "text" ? collator.compare : (a, b) => a - b;
      order = entries.toSorted((a, b) => {
        const [x, y] = [keys.get(a), keys.get(b)];
        if (x === null || y === null) return (x === null) - (y === null) || a.at - b.at;
        return sign * compare(x, y) || a.at - b.at;
      });
      body.append(...order.map(({ row }) => row));
    };

    for (const [at, head] of heads.entries()) {
      if (head.dataset.sort === undefined) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(at));
      head.append(button);
    }
    labelled(`{{t class-script.search}} ${names.join(", ")}`, search).addEventListener("input", filter);
    labelled("{{t class-script.show}}", choice).addEventListener("change", filter);
    filter();
  };

  if (table !== null) start();
}
