// Each figure is data in a script element of its own; nothing in it is run.
for (const data of document.querySelectorAll('script[type="application/vnd.plotly.v1+json"]')) {
  const figure = JSON.parse(data.textContent);
  const place = document.getElementById(data.dataset.figure);
  const config = { displaylogo: false, responsive: true, plotlyServerURL: "",
    modeBarButtonsToRemove: ["sendChartToCloud", "lasso2d", "select2d"] };
  Plotly.newPlot(place, figure.data, figure.layout, config);
}
// Printing changes the width of the page under a figure that is already drawn.
const fit = () => document.querySelectorAll(".figure").forEach((place) => Plotly.Plots.resize(place));
addEventListener("beforeprint", fit);
addEventListener("afterprint", fit);
