//! A table as PxWeb holds it: variables in order and one whole number for each
//! combination of their values. It knows no request and no JSON, and nothing of
//! what is counted.

/// The cell that has no number.
pub(crate) const NONE: i32 = i32::MIN;

/// The cell that PxWeb calls exactly nothing, and sends without a number.
pub(crate) const NOTHING: i32 = i32::MIN + 1;

/// One value of a variable: its code and label, and of contents its unit.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Value {
    pub(crate) code: String,
    pub(crate) label: String,
    /// Unit in words and decimals; cells are whole numbers of the last decimal.
    pub(crate) unit: Option<(&'static str, usize)>,
}

/// What a variable is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Time,
    Metric,
    Other,
}

/// What happens to a variable that a request leaves out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Elimination {
    /// It may not be left out.
    Never,
    /// This value of it, a total, is taken.
    Total(&'static str),
    /// All its values are summed.
    Sum,
}

/// Other values of a variable: a part of its own, or groups of them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Codelist {
    /// PxWeb's ids begin with `vs_` for a part and `agg_` for groups.
    pub(crate) id: &'static str,
    pub(crate) label: &'static str,
    /// Code, label and the codes of the variable that it holds.
    pub(crate) values: Vec<(String, String, Vec<String>)>,
}

/// A dimension of the table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Variable {
    pub(crate) code: &'static str,
    pub(crate) label: &'static str,
    pub(crate) role: Role,
    pub(crate) elimination: Elimination,
    pub(crate) values: Vec<Value>,
    pub(crate) codelists: Vec<Codelist>,
}

impl Variable {
    /// A variable of these codes and labels that must be asked for.
    pub(crate) fn new(code: &'static str, label: &'static str, values: &[(&str, &str)]) -> Self {
        let value = |(code, label): &(&str, &str)| Value { code: (*code).into(), label: (*label).into(), unit: None };
        Self {
            code,
            label,
            role: Role::Other,
            elimination: Elimination::Never,
            values: values.iter().map(value).collect(),
            codelists: Vec::new(),
        }
    }

    /// The periods, whose labels are their codes.
    pub(crate) fn time(label: &'static str, periods: &[String]) -> Self {
        let values: Vec<_> = periods.iter().map(|period| (period.as_str(), period.as_str())).collect();
        Self { role: Role::Time, ..Self::new("Tid", label, &values) }
    }

    /// The contents: code, label, unit and decimals.
    pub(crate) fn contents(values: &[(&str, &str, &'static str, usize)]) -> Self {
        let pairs: Vec<_> = values.iter().map(|&(code, label, ..)| (code, label)).collect();
        let mut contents = Self { role: Role::Metric, ..Self::new("ContentsCode", "tabellinnehåll", &pairs) };
        for (value, &(_, _, unit, decimals)) in contents.values.iter_mut().zip(values) {
            value.unit = Some((unit, decimals));
        }
        contents
    }

    /// The same variable, which a request may leave out.
    pub(crate) fn eliminated_by(self, elimination: Elimination) -> Self {
        Self { elimination, ..self }
    }

    /// Where a code stands; PxWeb minds no case.
    pub(crate) fn position(&self, code: &str) -> Option<usize> {
        self.values.iter().position(|value| value.code.eq_ignore_ascii_case(code))
    }
}

/// A table with its cells.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Table {
    pub(crate) id: &'static str,
    pub(crate) label: &'static str,
    pub(crate) matrix: &'static str,
    /// When it last changed, in UTC.
    pub(crate) updated: String,
    /// Footnotes, and whether each must be shown.
    pub(crate) notes: Vec<(&'static str, bool)>,
    pub(crate) variables: Vec<Variable>,
    /// In row-major order, the last variable fastest.
    pub(crate) cells: Vec<i32>,
}

impl Table {
    /// The table without one value of a variable and its cells.
    pub(crate) fn without(self, variable: &str, code: &str) -> Self {
        let (index, position) = self.place(variable, code);
        let count = self.variables[index].values.len();
        let keep: Vec<_> = (0..count).filter(|each| *each != position).collect();
        self.keep(index, &keep)
    }

    /// The table with a value more, which has the cells of another.
    pub(crate) fn with_copy(self, variable: &str, of: &str, code: &str, label: &str) -> Self {
        let (index, position) = self.place(variable, of);
        let order: Vec<_> = (0..self.variables[index].values.len()).chain([position]).collect();
        let mut table = self.keep(index, &order);
        if let Some(copy) = table.variables[index].values.last_mut() {
            code.clone_into(&mut copy.code);
            label.clone_into(&mut copy.label);
        }
        table
    }

    /// The table with another label of a value.
    pub(crate) fn renamed(mut self, variable: &str, code: &str, label: &str) -> Self {
        let (index, position) = self.place(variable, code);
        label.clone_into(&mut self.variables[index].values[position].label);
        self
    }

    /// The table with another code of a value.
    pub(crate) fn recoded(mut self, variable: &str, code: &str, to: &str) -> Self {
        let (index, position) = self.place(variable, code);
        to.clone_into(&mut self.variables[index].values[position].code);
        self
    }

    /// The table with a text in all labels of a variable replaced.
    pub(crate) fn respelled(mut self, variable: &str, from: &str, to: &str) -> Self {
        let index = self.variable(variable);
        for value in &mut self.variables[index].values {
            value.label = value.label.replace(from, to);
        }
        self
    }

    /// The table with one cell, named by its codes in the order of the
    /// variables, changed.
    pub(crate) fn changed(mut self, codes: &[&str], change: impl Fn(i32) -> i32) -> Self {
        let position = self.cell_position(codes);
        self.cells[position] = change(self.cells[position]);
        self
    }

    /// The table with all cells of one value of a variable changed.
    pub(crate) fn all_changed(mut self, variable: &str, code: &str, change: impl Fn(i32) -> i32) -> Self {
        let (index, position) = self.place(variable, code);
        let run: usize = self.variables[index + 1..].iter().map(|each| each.values.len()).product();
        let width = self.variables[index].values.len();
        for (_, cell) in self.cells.iter_mut().enumerate().filter(|(at, _)| at / run % width == position) {
            *cell = change(*cell);
        }
        self
    }

    /// The cell of these codes, in the order of the variables.
    pub(crate) fn cell(&self, codes: &[&str]) -> i32 {
        self.cells[self.cell_position(codes)]
    }

    /// How many cells.
    pub(crate) fn size(&self) -> usize {
        self.variables.iter().map(|variable| variable.values.len()).product()
    }

    fn cell_position(&self, codes: &[&str]) -> usize {
        assert_eq!(codes.len(), self.variables.len(), "one code for each variable of {}", self.id);
        self.variables.iter().zip(codes).fold(0, |position, (variable, code)| {
            let at = variable.position(code).unwrap_or_else(|| panic!("{} has no {code}", variable.code));
            position * variable.values.len() + at
        })
    }

    fn variable(&self, code: &str) -> usize {
        let found = self.variables.iter().position(|variable| variable.code == code);
        found.unwrap_or_else(|| panic!("{} has no variable {code}", self.id))
    }

    fn place(&self, variable: &str, code: &str) -> (usize, usize) {
        let index = self.variable(variable);
        let position = self.variables[index].position(code);
        (index, position.unwrap_or_else(|| panic!("{variable} has no value {code}")))
    }

    /// The table with these values of a variable, in this order.
    fn keep(mut self, variable: usize, positions: &[usize]) -> Self {
        let (before, after) = self.variables.split_at_mut(variable);
        let Some((changed, after)) = after.split_first_mut() else { return self };
        let rows: usize = before.iter().map(|each| each.values.len()).product();
        let run: usize = after.iter().map(|each| each.values.len()).product();
        let width = changed.values.len();
        let mut cells = Vec::with_capacity(rows * positions.len() * run);
        for row in 0..rows {
            for position in positions {
                let start = (row * width + position) * run;
                cells.extend_from_slice(&self.cells[start..start + run]);
            }
        }
        changed.values = positions.iter().map(|position| changed.values[*position].clone()).collect();
        self.cells = cells;
        self
    }
}

#[test]
fn tables_are_changed_with_their_cells() {
    let contents = Variable::contents(&[("A", "Antal", "antal", 0), ("B", "Andel", "procent", 1)]);
    let variables = vec![
        Variable::new("Region", "region", &[("00", "Riket"), ("01", "Ett"), ("02", "Två")]),
        contents,
        Variable::time("år", &["2024".to_owned(), "2025".to_owned()]),
    ];
    let table = Table {
        id: "T",
        label: "t",
        matrix: "T",
        updated: String::new(),
        notes: Vec::new(),
        variables,
        cells: (0..12).collect(),
    };
    let cells = |table: &Table| table.cells.clone();
    assert_eq!(table.cell(&["01", "B", "2024"]), 6);
    assert_eq!(cells(&table.clone().without("Region", "01")), [0, 1, 2, 3, 8, 9, 10, 11]);
    assert_eq!(cells(&table.clone().without("Tid", "2024")), [1, 3, 5, 7, 9, 11]);
    let more = table.clone().with_copy("ContentsCode", "A", "C", "Kopia");
    assert_eq!(cells(&more), [0, 1, 2, 3, 0, 1, 4, 5, 6, 7, 4, 5, 8, 9, 10, 11, 8, 9]);
    let copy = more.variables[1].values.last().cloned();
    assert_eq!(copy, Some(Value { code: "C".into(), label: "Kopia".into(), unit: Some(("antal", 0)) }));
    assert_eq!(cells(&table.clone().all_changed("ContentsCode", "B", |_| 0)), [0, 1, 0, 0, 4, 5, 0, 0, 8, 9, 0, 0]);
    let changed = table.clone().changed(&["02", "A", "2025"], |cell| cell + 90);
    assert_eq!((changed.cell(&["02", "A", "2025"]), changed.cells.iter().sum::<i32>()), (99, 66 + 90));
    let renamed = table.renamed("Region", "02", "2–3").respelled("Region", "–", "-");
    assert_eq!(renamed.variables[0].values[2].label, "2-3");
}
